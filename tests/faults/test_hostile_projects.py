"""Hostile projects: a clear verdict or a clear refusal each, and nothing outside the scratch folder is changed."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.flows.fix_code import Fix, Wishes, fix_code
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.task import Budget
from tests.doubles import tools_with
from tests.faults.hostile_tests import MODULES, PREVENTED, TESTS
from tests.faults.hostile_texts import TEXTS

pytestmark = pytest.mark.slow

ADD = "def add(a, b):\n    return a - b  # of both\n"
TEST = "from add import add\n\n\ndef test_add():\n{evil}\n    assert add(1, 2) == 3\n    assert add(4, 3) == 7\n"
DRY = Wishes(dry_run=True)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    opened = open_sandbox(workers=1)
    yield opened
    opened.close()


@pytest.fixture
def tools(tmp_path: Path, sandbox: Sandbox) -> Tools:
    return replace(tools_with(tmp_path / "aurora"), sandbox=sandbox, mend=Repairer(sandbox))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "kept.txt").write_text("kept\n")
    root = tmp_path / "project"
    root.mkdir()
    return root


def world(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything below a folder but Aurora's own state: mode and content."""
    found = {}
    for path in folder.rglob("*"):
        if "aurora" not in path.relative_to(folder).parts:
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[str(path)] = (path.lstat().st_mode, content)
    return found


def fix(tools: Tools, path: Path) -> Fix | str:
    """The verdict, or the sentence of a refusal."""
    before = world(path.parent)
    try:
        return fix_code(tools, path, Budget(1.5), wishes=DRY)
    except BadInputError as error:
        return error.sentence
    finally:
        assert world(path.parent) == before


def is_clear(made: Fix | str) -> bool:
    return made.endswith(".") if isinstance(made, str) else bool(made.answer.judgement.reasons or made.diff)


def indented(evil: str) -> str:
    return "\n".join(f"    {line}" for line in evil.split("\n"))


def test_there_are_a_hundred_of_them() -> None:
    assert len(TEXTS) + len(TESTS) + len(MODULES) + len(TREES) >= 100


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text(tools: Tools, project: Path, name: str) -> None:
    (project / "a.py").write_bytes(TEXTS[name])
    assert is_clear(fix(tools, project))


@pytest.mark.parametrize("name", TESTS)
def test_a_hostile_test(tools: Tools, project: Path, name: str) -> None:
    evil = TESTS[name].format(outside=str(project.parent / "outside"), project=str(project))
    (project / "add.py").write_text(ADD)
    (project / "test_add.py").write_text(TEST.format(evil=indented(evil)))
    made = fix(tools, project)
    assert is_clear(made)
    assert isinstance(made, Fix)
    if name in PREVENTED:
        assert made.answer.patch is None
    if made.answer.patch is not None:
        assert list(made.answer.patch.files) == ["add.py"]


@pytest.mark.parametrize("name", MODULES)
def test_a_hostile_module(tools: Tools, project: Path, name: str) -> None:
    (project / "add.py").write_text(MODULES[name] + ADD)
    (project / "test_add.py").write_text(TEST.format(evil="    pass"))
    assert is_clear(fix(tools, project))


def _loop(root: Path) -> None:
    (root / "a.py").write_text("x = (\n")
    (root / "round").symlink_to(root)


def _away(root: Path) -> None:
    (root / "away.py").symlink_to("/etc/passwd")


def _dangling(root: Path) -> None:
    (root / "a.py").write_text("x = (\n")
    (root / "gone.py").symlink_to(root / "nothing")


def _pipe(root: Path) -> None:
    (root / "a.py").write_text("x = (\n")
    os.mkfifo(root / "pipe.py")


def _device(root: Path) -> None:
    (root / "a.py").symlink_to("/dev/zero")


def _folder(root: Path) -> None:
    (root / "a.py").mkdir()
    (root / "a.py" / "b.py").write_text("x = (\n")


def _names(root: Path) -> None:
    for name in ("a b.py", "line\nend.py", "'quote.py", "é🐍.py", "-rf.py", "x" * 200 + ".py"):
        (root / name).write_text("x = (\n")


def _many(root: Path) -> None:
    for number in range(5_100):
        (root / f"m{number}.py").touch()


def _deep(root: Path) -> None:
    folder = root
    for _ in range(60):
        folder = folder / "deep"
        folder.mkdir()
    (folder / "a.py").write_text("x = (\n")


def _conftest(root: Path) -> None:
    (root / "add.py").write_text(ADD)
    (root / "test_add.py").write_text(TEST.format(evil="    pass"))
    (root / "conftest.py").write_text("import os\nos._exit(0)\n")


def _settings(root: Path) -> None:
    (root / "add.py").write_text(ADD)
    (root / "test_add.py").write_text(TEST.format(evil="    pass"))
    (root / "pytest.ini").write_text("[pytest]\naddopts = --ignore=test_add.py -p no:python --collect-only\n")


def _contradiction(root: Path) -> None:
    (root / "add.py").write_text(ADD)
    (root / "test_add.py").write_text(
        "from add import add\n\n\ndef test_a():\n    assert add(1, 2) == 3\n    assert add(1, 2) == 4\n"
    )


def _broken_test(root: Path) -> None:
    (root / "add.py").write_text(ADD)
    (root / "test_add.py").write_text("def test_a(:\n")


TREES: tuple[Callable[[Path], None], ...] = (
    *(_loop, _away, _dangling, _pipe, _device, _folder, _names, _many, _deep),
    *(_conftest, _settings, _contradiction, _broken_test),
)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.__name__.strip("_"))
def test_a_hostile_tree(tools: Tools, project: Path, tree: Callable[[Path], None]) -> None:
    tree(project)
    assert is_clear(fix(tools, project))
