"""The rules of the repository itself: sizes, mirrored tests, names, documents that say what is there."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "aurora"
REVISIONS = SOURCE / "adapters" / "store" / "migrations" / "versions"
PART_FOLDERS = ("units", "modules", "components")
PART_LINES, CORE_LINES, LAST_LINES, FUNCTION_LINES = 150, 350, 500, 40
CORE_FILES_OVER_BUDGET = 0  # files between CORE_LINES and LAST_LINES; each is a debt
FORBIDDEN_WORDS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base2", "stuff"}
MACHINE_PATH = re.compile(r"/(?:root|home)/[a-z]+/|/work/")


def tracked(*suffixes: str) -> Iterator[Path]:
    """The files of the repository: those git knows and those it would add."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.suffix in suffixes:
            yield path


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def sources() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def is_part(path: Path) -> bool:
    """Whether the file declares a part; parts are tested by their own examples and laws."""
    return path.relative_to(SOURCE).parts[0] in PART_FOLDERS and bool(
        re.search(
            r"^@(?:(?:component|operator|fixer|strategy|mode|rewrite)\(|[A-Z_]+\.part\()",
            path.read_text("utf-8"),
            re.MULTILINE,
        )
    )


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def has_behaviour(path: Path) -> bool:
    """Whether there is a function with more than a docstring in it."""
    return any(
        not isinstance(statement, ast.Expr | ast.Pass) for function in functions(path) for statement in function.body
    )


def test_no_file_is_longer_than_its_budget() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in tracked(".py")}
    over = {shown(path): length for path, length in lengths.items() if length > LAST_LINES}
    over |= {
        shown(path): lengths[path]
        for path in sources()
        if is_part(path) and path in lengths and lengths[path] > PART_LINES
    }
    assert over == {}
    long = [shown(path) for path in sources() if lengths.get(path, 0) > CORE_LINES]
    assert len(long) <= CORE_FILES_OVER_BUDGET, long


def test_no_function_is_longer_than_its_budget() -> None:
    over = {
        f"{shown(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    }
    assert over == {}


def test_every_source_file_with_behaviour_has_a_mirrored_test() -> None:
    missing = [
        shown(path)
        for path in sources()
        if path.name not in {"__init__.py", "__main__.py"} and not is_part(path) and has_behaviour(path)
        if path.parent != REVISIONS  # they are tested alike by tests/adapters/store/migrations/test_versions.py
        if not (ROOT / "tests" / path.relative_to(SOURCE).parent / f"test_{path.name}").is_file()
    ]
    assert missing == []


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    named = {shown(path) for path in sources() if set(path.with_suffix("").parts) & FORBIDDEN_WORDS}
    assert named == set()


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    silent = [shown(path) for path in sources() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_the_architecture_names_exactly_the_folders_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z_/]+)/` \|", text, re.MULTILINE))
    there = {
        folder.relative_to(SOURCE).as_posix()
        for depth in ("*", "*/*")
        for folder in SOURCE.glob(depth)
        if folder.is_dir() and folder.name != "__pycache__" and any(folder.glob("*.py"))
        if folder.parent.name not in {"knowledge"}
    }
    assert named == there


def test_no_machine_path_is_in_the_repository() -> None:
    kept = {Path(__file__)}
    suffixes = (".py", ".md", ".toml", ".lock", ".json", ".jsonl", ".yml", "")
    found = [
        shown(path) for path in tracked(*suffixes) if path not in kept and MACHINE_PATH.search(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_follows_the_template(path: Path) -> None:
    template = (ROOT / "docs" / "decisions" / "0000-template.md").read_text("utf-8")
    headings = re.findall(r"^## .+$", template, re.MULTILINE)
    assert re.findall(r"^## .+$", path.read_text("utf-8"), re.MULTILINE) == headings


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))


def test_changelog_fragments_have_a_kind_and_one_paragraph() -> None:
    for path in (ROOT / "changelog.d").glob("*.md"):
        if path.name == "README.md":
            continue
        assert re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed|security)", path.stem), path.name
        assert "\n\n" not in path.read_text("utf-8").strip(), path.name


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{shown(path)}: {link}"
        for path in tracked(".md")
        for link in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
        if "://" not in link and not (path.parent / link).exists()
    ]
    assert broken == []
