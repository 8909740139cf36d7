"""Whether the files of a project import, and versions of those that do not in which they do."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from aurora.engines.repair.clock import Clock
from aurora.engines.repair.ground import FixerPart, Sound, import_versions
from aurora.engines.repair.laboratory import Failure, Laboratory
from aurora.engines.repair.outside import lacking
from aurora.engines.repair.steps import HangError
from aurora.model.execution import Raised
from aurora.pycode.imports import module_name

_ROUNDS = 8  # versions that import further and are gone on with
_TRIED = 12  # proposals for each of them
_MOST_FILES = 100  # that are imported


def import_test(targets: Sequence[str]) -> dict[str, str]:
    """A test file that imports these files, and asks nothing else."""
    found = [module_name(path) for path in targets if PurePosixPath(path).stem != "__main__"]
    names = [name for name in found if name][:_MOST_FILES]
    taken = {name.partition(".")[0] for name in found}
    own = next(name for name in ("test_imports", "test_all_imports", "test_that_it_imports") if name not in taken)
    lines = "".join(f"import {name}\n" for name in names)
    return {f"{own}.py": f"{lines}\n\ndef test_imports():\n    pass\n"}


def is_fault(failure: Failure, texts: Mapping[str, str]) -> bool:
    """Whether an import failed by a fault of the code; a script may also end the program, wait for ever, or lack
    what it is given from outside."""
    text = next((texts[path] for path, _, _ in reversed(failure.frames) if path in texts), "")
    return failure.kind != HangError.__name__ and not lacking(failure.kind, text)


def importing(
    root: Sound,
    broken: Failure,
    original: Mapping[str, str],
    files: Mapping[str, str],
    fixers: Sequence[FixerPart],
    laboratory: Laboratory,
    clock: Clock,
) -> list[Sound]:
    """Versions made of `root`, whose import is `broken`, that import; cheapest first.

    A version whose import fails elsewhere, or otherwise, is gone on with: there is more than one fault.
    """
    queue, found, rounds = _next(root, broken, files, fixers), list[Sound](), 0
    seen = {tuple(root.state.texts.values())}
    while queue and not found and rounds < _ROUNDS and clock.left > 0:
        rounds += 1
        level, queue = queue[:_TRIED], []
        edits = [version.state.edits(original) for version, _ in level]
        probes = laboratory.probes(edits, ticks=False, seconds=clock.left)
        for (version, before), probe in zip(level, probes, strict=True):
            now, texts = probe.broken, tuple(version.state.texts.values())
            if probe.died or texts in seen:
                continue
            seen.add(texts)
            if now is None or not is_fault(now, version.state.texts):
                found.append(version)
            elif (now.kind, now.message) != (before.kind, before.message):
                queue += _next(version, now, files, fixers)
    return found


def _next(
    version: Sound, broken: Failure, files: Mapping[str, str], fixers: Sequence[FixerPart]
) -> list[tuple[Sound, Failure]]:
    """What the fixers propose for the file in which an import failed, each with that failure."""
    place = next((path for path, _, _ in reversed(broken.frames) if path in version.state.texts), None)
    if place is None:
        return []
    raised = Raised(broken.kind, broken.message, broken.frames)
    proposed = import_versions(version.state, place, raised, files, fixers)
    return [(Sound(each.state, f"{version.why} {each.why}".strip()), broken) for each in proposed]
