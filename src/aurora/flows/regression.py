"""A regression test for a repair: fails on the code as it was, passes on the patched code, or is not written."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from aurora.adapters.projects.read import Project
from aurora.contracts.sandbox import Sandbox
from aurora.model.answer import Pin, Repair
from aurora.model.execution import Limits, Program, lean_pytest
from aurora.pycode.verdict import judge

_SECONDS = 30.0


def regression_test(sandbox: Sandbox, project: Project, answer: Repair) -> dict[str, str]:
    """The test files to add or to extend, by the paths of the files themselves; nothing when no test tells the old code
    from the new."""
    patch = answer.patch
    if patch is None:
        return {}
    pins = tuple(pin for pin in answer.pins if pin.path in project.files and project.changeable(pin.path))
    texts = _pinned(project, pins) or _parsing(project, tuple(patch.files))
    run = dict.fromkeys(pin.path for pin in pins) or texts  # by the names that pytest found them by
    old, new = ({**project.files, **changed, **project.seen(texts)} for changed in ({}, project.seen(patch.files)))
    told = bool(texts) and not _passes(sandbox, project, old, run) and _passes(sandbox, project, new, run)
    return texts if told else {}


def _pinned(project: Project, pins: tuple[Pin, ...]) -> dict[str, str]:
    """The test files with one more test, of calls that their own tests do not make; line ends as there."""
    texts: dict[str, str] = {}
    reals = {pin: project.links.get(pin.path, pin.path) for pin in pins}
    for path in dict.fromkeys(reals.values()):
        text = project.files[path]
        before, end = text.rstrip("\r\n"), "\r\n" if "\r\n" in text else "\n"
        name = next(f"test_regression_{count}" for count in range(1, 999) if f"test_regression_{count}(" not in before)
        lines = dict.fromkeys(f"    assert {pin.call} == {pin.value}" for pin in pins if reals[pin] == path)
        texts[path] = end.join((before, "", "", f"def {name}():", *lines, ""))
    return texts


def _parsing(project: Project, changed: tuple[str, ...]) -> dict[str, str]:
    """For a file that did not parse: a test that it does."""
    texts: dict[str, str] = {}
    for path in (PurePosixPath(path) for path in changed if not judge(project.files[path]).ok):
        test = path.with_name(f"test_{path.stem}_parses.py").as_posix()
        if test not in project.files:
            read = f'Path(__file__).with_name("{path.name}").read_bytes()'
            head = ("import ast", "from pathlib import Path", "", "")
            lines = (f"def test_{path.stem}_parses():", f"    assert ast.parse({read}).body")
            texts[test] = "\n".join((*head, *lines, ""))
    return texts


def _passes(sandbox: Sandbox, project: Project, files: dict[str, str], tests: Iterable[str]) -> bool:
    limits = Limits(wall_seconds=_SECONDS, cpu_seconds=_SECONDS, memory_mb=1024)
    command = ("python", "-m", "pytest", "-q", *lean_pytest(files), *tests)
    return sandbox.run(Program(command=command, files={**project.data, **files}, limits=limits)).ok
