"""The repair engine: localise, propose, run, rank, judge."""

from dataclasses import replace

from aurora.contracts.fixer import FIXER
from aurora.contracts.linter import Linter
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair import verdicts
from aurora.engines.repair.anew import Author
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.experience import experienced, leaning, shipped
from aurora.engines.repair.job import Job
from aurora.engines.repair.laboratory import SilentError
from aurora.engines.repair.parts import Parts
from aurora.engines.repair.rerun import SHARE, Rerun, merged
from aurora.model.answer import Repair
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.registry.discover import discover

_PACKAGES = ("aurora.modules.autonomy.repair", "aurora.modules.autonomy.fixers")


class Repairer:
    """Repairs projects; may be used from several threads, each task has a guest of its own."""

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        packages: tuple[str, ...] = _PACKAGES,
        without: tuple[str, ...] = (),
        author: Author | None = None,
        belief: Belief | None = None,
        types: Linter | None = None,
    ) -> None:
        """`author` writes a function anew that no change puts right; without one that is not tried. `belief` decides
        which patch is answered; without one it is the one that the development data taught. `types` judges what no
        test does."""
        self._sandbox, self._author, self._belief = sandbox, author, belief or Belief()
        self._types = types
        registry = discover(*verdicts.present(packages)).without(*without)
        self._bias = shipped()
        self._operators = registry.of(REPAIR_OPERATOR)
        self._fixers = registry.of(FIXER)

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        """Find, prove and return the best patch of the target files, or say why there is none.

        Raises `SandboxError` when the sandbox itself fails; never for what the project does.
        """
        refusal = verdicts.refuse(task)
        if refusal is not None:
            return refusal
        operators = leaning(self._operators, {**self._bias, **budget.bias})
        fixers = experienced(self._fixers, budget.bias)
        rerun = Rerun(self._sandbox, task, budget, watch, operators)
        told = rerun.repair() if rerun.told else None
        if told and told.verdict.answered:
            return told
        left = replace(budget, seconds=max(budget.seconds - rerun.spent, budget.seconds * (1 - SHARE)))

        def job(part: RepairTask, purse: Budget, *, whole: bool) -> Job:
            parts = operators, fixers, self._belief, self._author, self._types
            return Job(self._sandbox, part, purse, watch, *parts, whole=whole)

        try:
            answer = Parts(self._sandbox, job, self._belief).repair(task, left)
        except SilentError:
            answer = verdicts.silenced()
        if not (rerun.told or answer.verdict.answered):
            told = rerun.repair()
        return merged(told, answer)

    def close(self) -> None:
        """Release what the engine holds; the sandbox belongs to its maker."""
