"""The judge: picks among the candidates of a search, and says how much was shown of the one it answers."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import islice

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.behaviour import Behaviour
from aurora.engines.verify.findings import Examination, Findings, Variants
from aurora.engines.verify.finish import finished
from aurora.engines.verify.model import Model, fitted, read_model
from aurora.engines.verify.plan import Plan, plan
from aurora.engines.verify.pytest_file import write_suite
from aurora.engines.verify.rivals import Rival, field_of
from aurora.model.answer import Candidate, Found, Question, Synthesis
from aurora.model.errors import BadInputError, ContradictionError
from aurora.model.progress import Progress, Watch, silent
from aurora.model.refresh import Current, shipped
from aurora.model.task import Budget, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from aurora.pycode.asserts import contradictions, read_asserts
from aurora.pycode.mutants import bent, mutants

_MOST = 16  # candidates that are judged
_MUTANTS = 20
_SCANT = 2  # examples, which tell of no program that it is meant to give the same for every input
_NEAR = 12  # programs that keep all examples but one
_MUTANT_SECONDS = 0.1  # a call: one that takes longer counts as noticed


class Verifier:
    """Judges what a search found, by running it in the sandbox."""

    def __init__(self, sandbox: Sandbox, model: Model | None = None, calibration: Current = shipped) -> None:
        """`calibration` is asked before each judgement; what it gives counts in the place of the model."""
        self._sandbox, self._calibration = sandbox, calibration
        self._model = model or fitted()

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        """Choose among the candidates and say how much was shown; never raises for what they do.

        *verified*: all asserts hold, independent checks on generated inputs were run and passed, no likely rival
        differs, and the confidence in the evidence is the model's `verified_at` or more.
        """
        try:
            examination = self.examine(task, found, budget, watch)
        except BadInputError as error:
            return _answer(Judgement(Verdict.FAILED, reasons=(str(error),)), found)
        if examination is None:
            reason = _why_nothing(task, found)
            return _answer(Judgement(Verdict.ABSTAINED, reasons=(reason,)), found)
        text, note = self._calibration()
        model = read_model(text) if text else self._model
        told = replace(found, notes=(*found.notes, note)) if note else found
        return self._finished(_synthesis(model, examination, told), examination)

    def tests(self, task: SynthesisTask, code: str, budget: Budget) -> str:
        """A pytest file for an answer: its examples, its postconditions, recorded answers that notice mutants."""
        return write_suite(task, code, self._sandbox, seed=budget.seed).text

    def examine(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Examination | None:
        """Measure the evidence for the best candidate; None when no candidate passes the asserts in a fresh run.

        Raises `ContradictionError` for asserts that exclude each other, `UnparsableError` for one that is no Python.
        """
        deadline = time.monotonic() + budget.seconds
        assertions = read_asserts("\n".join(task.asserts), task.name)
        for first, second in contradictions(assertions):
            raise ContradictionError(first.text, second.text)
        candidates = _various(found.candidates)
        if not candidates:
            return None
        asked = plan(task, assertions, candidates[0].code, budget.seed)
        behaviours = self._behaviours(asked, candidates, min(5.0, budget.seconds), watch)
        field = field_of(candidates, behaviours, asked)
        if field is None:
            return None
        variants = self._variants(asked, field.best, found.near[:_NEAR], deadline, watch)
        return Findings(task, assertions, asked, field, variants).examination()

    def _behaviours(
        self, asked: Plan, candidates: Sequence[Candidate], seconds: float, watch: Watch
    ) -> list[Behaviour]:
        """What each candidate does; one that breaks down on generated inputs is asked again for the examples alone."""
        codes = [candidate.code for candidate in candidates]
        found = asked.probe.ask_together(self._sandbox, codes, seconds, alone=seconds)
        watch(Progress("run candidates", len(codes), len(codes)))
        troubled = [place for place, behaviour in enumerate(found) if behaviour.trouble]
        examples = replace(asked.probe, inputs=asked.probe.inputs[: asked.given])
        again = examples.ask(self._sandbox, [codes[place] for place in troubled], seconds)
        for place, behaviour in zip(troubled, again, strict=True):
            found[place] = behaviour
        return found

    def _variants(self, asked: Plan, best: Rival, near: Sequence[Candidate], deadline: float, watch: Watch) -> Variants:
        """What small changes of the best candidate do, and programs that keep all examples but one."""
        left = deadline - time.monotonic()
        code, kinds = best.candidate.code, Counter(call.type for call in best.behaviour.calls if not call.error)
        changed = mutants(code, _MUTANTS) if left > 0 else []
        ((kind, _),) = kinds.most_common(1) or [("", 0)]
        other = bent(code, asked.probe.task.name, kind) if asked.checked else []
        codes = [*changed, *other, *(candidate.code for candidate in near)]
        found = replace(asked.probe, seconds=_MUTANT_SECONDS).ask_together(self._sandbox, codes, max(left, 1.0))
        watch(Progress("run mutants", len(changed), len(changed)))
        told = iter(found)
        mutated, bended = list(islice(told, len(changed))), list(islice(told, len(other)))
        same = [mutant for mutant in mutated if mutant.passes and mutant.outputs == best.behaviour.outputs]
        return Variants(
            mutated=[mutant for mutant in mutated if mutant not in same],
            bent=bended,
            near=list(zip(near, told, strict=True)),
        )

    def _finished(self, answer: Synthesis, examination: Examination) -> Synthesis:
        if not answer.code:
            return answer
        asked = examination.plan
        assertions = read_asserts("\n".join(asked.probe.task.asserts), asked.probe.task.name)
        return replace(answer, code=finished(answer.code, examination.behaviour, asked, assertions, self._sandbox))


def _synthesis(model: Model, examination: Examination, found: Found) -> Synthesis:
    evidence, best = examination.evidence, examination.candidate
    confidence = model.confidence(evidence, best.strategy)
    broken = [
        f"The best candidate breaks {check.text!r}: {check.detail}."
        for check in examination.checks
        if check.kind == "postcondition" and not check.passed
    ]
    broken += _blank(examination)
    reasons = broken or [
        *examination.obstacles,
        f"Confidence by the fitted model of evidence: {_percent(confidence)}.",
    ]
    if broken or not model.answers(evidence, confidence):
        judgement = Judgement(Verdict.ABSTAINED, examination.checks, tuple(reasons))
        return _answer(judgement, found, question=examination.question)
    sure = confidence >= model.verified_at and not examination.obstacles
    verdict = Verdict.VERIFIED if sure else Verdict.CONSISTENT
    judgement = Judgement(verdict, examination.checks, tuple(reasons))
    answer = _answer(judgement, found, best, None if sure else examination.question)
    return replace(answer, evidence=asdict(evidence))


def _blank(examination: Examination) -> list[str]:
    """Why a program that gives the same for every input is no answer when one or two examples are all there is."""
    probe, calls = examination.plan.probe, examination.behaviour.calls
    task = probe.task
    said = not probe.parameters or task.prompt.strip() or task.postconditions or len(task.asserts) > _SCANT
    if said or len({call.out for call in calls}) > 1:
        return []
    return ["What was found gives the same for every input: one more example, with another result, would tell more."]


def _various(candidates: Sequence[Candidate]) -> list[Candidate]:
    """At most `_MOST` different candidates: the best of each strategy first, then the next best."""
    texts = {candidate.code: candidate for candidate in reversed(candidates)}
    ranked = [candidate for candidate in candidates if texts[candidate.code] is candidate]
    firsts = {candidate.strategy: candidate for candidate in reversed(ranked)}
    chosen = {id(candidate) for candidate in islice([*firsts.values(), *ranked], _MOST)}
    return [candidate for candidate in ranked if id(candidate) in chosen][:_MOST]


def _why_nothing(task: SynthesisTask, found: Found) -> str:
    if not task.asserts:
        return "No example was given, and words alone cannot show that a program is right."
    if found.candidates:
        return f"None of {len(found.candidates)} candidates passes the examples in a fresh run."
    why = (
        "No program was found; the search space was exhausted." if found.exhausted else "No program was found in time."
    )
    return f"{why} {_what_to_add(task, found)}"


def _what_to_add(task: SynthesisTask, found: Found) -> str:
    """What would help a search that found nothing: more of the same examples would not."""
    if not task.prompt.strip():
        return "Say in words what the function does."
    rest = "or ask for one step of it" if found.exhausted else "ask for one step of it, or give it more time"
    return f"Name the steps and the numbers in the words, {rest}."


def _answer(
    judgement: Judgement, found: Found, candidate: Candidate | None = None, question: Question | None = None
) -> Synthesis:
    return Synthesis(
        judgement,
        code=candidate.code if candidate else "",
        strategy=candidate.strategy if candidate else "",
        components=candidate.components if candidate else (),
        question=question,
        tried=found.tried,
        seconds=found.seconds,
        peak_mb=found.peak_mb,
        notes=(*found.notes, *(candidate.notes if candidate else ())),
    )


def _percent(confidence: float) -> str:
    """A probability in words that never say certain."""
    return "over 99 %" if confidence > 0.99 else "under 1 %" if confidence < 0.01 else f"{confidence * 100:.0f} %"
