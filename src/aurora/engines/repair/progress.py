"""How much nearer to passing a candidate is than the state that it changes."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from aurora.engines.repair.defects import defects
from aurora.engines.repair.laboratory import Failure, Probe, Trial
from aurora.engines.repair.propose import parsed
from aurora.engines.repair.state import Candidate

_IMPORTS = 4.0  # nats for an import that works again
_RAISES = 2.5  # for an exception that went away
_RETURNS = 1.5  # for a test that hangs no more
_STAYS = 0.25  # share of that for an exception that became another one at the same place
_CURES = 2.5  # for each certain defect
_WORD = re.compile(r"\w+")


def progress(before: Probe, trial: Trial, order: Sequence[str]) -> float:
    """How much nearer to passing a candidate is than its state, in nats; 0 for no nearer."""
    after = trial.failure
    if after is None:
        return _IMPORTS
    if before.broken is not None:
        return _moved(before.broken, after, _IMPORTS)
    failing = {trace.name: trace.failure for trace in before.failing if trace.failure}
    gained = sum(name in failing for name in order[: trial.passed])
    if gained:
        return 2.0 + gained / max(len(failing), 1)
    old = failing.get(trial.at)
    return 0.0 if old is None else _nearer(old, after)


def count_defects(texts: Mapping[str, str]) -> int:
    """How many places are certainly wrong."""
    return sum(_count(path, text) for path, text in texts.items())


@lru_cache(maxsize=256)
def _count(path: str, text: str) -> int:
    return sum(len(defects(source, path)) for path, source in parsed({path: text}))


def brings_names(candidate: Candidate) -> bool:
    """Whether a change puts in a word that its file does not have; only such a one can name what is not there."""
    text = candidate.state.texts[candidate.path]
    words = {word for edit in candidate.replacement.edits for word in _WORD.findall(edit.text)}
    return not words <= set(_WORD.findall(text))


def cured(before: int, after: int, gain: float, *, imports: bool = False) -> float:
    """The progress with certain defects counted: where there are some only their cure is progress, or an import that
    works again (`imports`); and new ones are none at all."""
    if after > before or (before and after == before and not imports):
        return 0.0
    return gain + _CURES * (before - after)


def _nearer(old: Failure, new: Failure) -> float:
    if old.status == "error":
        return _moved(old, new, _RAISES)
    if old.status == "hang":
        return _RETURNS if new.status == "fail" else 0.0
    if old.status == "fail" and new.status == "fail" and new.distance < old.distance:
        return 2.0 * (old.distance - new.distance)
    return 0.0


def _moved(old: Failure, new: Failure, worth: float) -> float:
    """An exception that went away counts when what came instead is not the same one, or an earlier one."""
    if new.status in ("killed", "hang") or (new.kind, new.message) == (old.kind, old.message):
        return 0.0
    if new.status == "import" and old.status != "import":
        return 0.0
    if new.status == "fail":
        return worth + 1.0 - new.distance
    stays = bool(old.frames) and new.frames[-1:] == old.frames[-1:]
    return worth * (_STAYS if stays else 0.6)
