"""Code Generation: a function from words, a signature and examples, with how much was shown of it.

Searched in the sandbox, judged by the examples, generated inputs and rivals; what could not be shown is abstained from.
"""

from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.answer import Candidate, Found, Synthesis
from aurora.model.errors import BadInputError
from aurora.model.mode import Result, described
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, SynthesisTask
from aurora.model.verdict import Check, Judgement, Verdict
from aurora.pycode.asserts import read_asserts
from aurora.registry.declare import Example

_JUDGING = 0.25  # of the budget


@dataclass(frozen=True, slots=True)
class Request:
    """What the function should do."""

    words: str = field(default="", metadata=described("what it does, in plain words"))
    name: str = field(default="", metadata=described("its name; left out, that of the examples"))
    signature: str = field(default="", metadata=described('its head, "def f(a: int) -> str"'))
    examples: tuple[str, ...] = field(default=(), metadata=described("what it answers, \"f(2) == '2'\""))


class _Prepared:
    def __init__(self, verdict: Verdict) -> None:
        self._verdict = verdict

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        del task, budget, watch
        return Found((Candidate(_CODE, "prepared"),))

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        del task, budget, watch
        if not self._verdict.answered:
            return Synthesis(Judgement(self._verdict, reasons=("No program was found in time.",)))
        return Synthesis(Judgement(self._verdict, (_HELD,)), code=found.candidates[0].code, strategy="prepared")


_CODE = "def f(a):\n    return a + 1\n"
_HELD = Check("example", "f(1) == 2", True)
_ASKED = Request("one more", examples=("f(1) == 2",))


@mode(
    "M16",
    takes=Request,
    seconds=20,
    examples=[
        Example(
            Trial(_ASKED, prepared(search=_Prepared(Verdict.VERIFIED), judge=_Prepared(Verdict.VERIFIED))),
            Result(
                Synthesis(Judgement(Verdict.VERIFIED, (_HELD,)), code=_CODE, strategy="prepared"),
                (_HELD,),
                components=("prepared",),
            ),
        ),
        Example(
            Trial(_ASKED, prepared(search=_Prepared(Verdict.ABSTAINED), judge=_Prepared(Verdict.ABSTAINED))),
            Result(Synthesis(Judgement(Verdict.ABSTAINED, reasons=("No program was found in time.",))), (), done=False),
        ),
    ],
)
def code_generation(given: Request, world: World) -> Result[Synthesis]:
    """The function with its verdict; done when it was answered. Raises `BadInputError` for what cannot be read."""
    if not given.words.strip() and not given.examples:
        raise BadInputError(
            "there are neither words nor examples.",
            next_step='Set `words` to what it does, or `examples` to what it answers: ["f(2) == 4"].',
        )
    asserts = tuple(text if text.startswith("assert ") else f"assert {text}" for text in given.examples)
    for text in asserts:
        _insist(text)
    name = given.name or next((each.function for text in asserts for each in read_asserts(text)), "")
    task = SynthesisTask(prompt=given.words.strip(), name=name, signature=given.signature, asserts=asserts)
    whole = world.budget.seconds
    found = world.search.search(task, _part(world.budget, whole * (1 - _JUDGING)), world.watch)
    answer = world.judge.judge(task, found, _part(world.budget, whole * _JUDGING), world.watch)
    used = tuple(part for part in (*answer.components, answer.strategy) if part)
    return Result(answer, answer.judgement.checks, done=answer.verdict.answered, components=used)


def _insist(text: str) -> None:
    try:
        compile(text, "example", "exec")
    except (SyntaxError, ValueError):
        raise BadInputError(f"{text.removeprefix('assert ')!r} is not Python.", where="examples") from None


def _part(budget: Budget, seconds: float) -> Budget:
    return Budget(seconds, budget.memory_mb, budget.seed, budget.steps)
