"""Type checkers: ty and pyrefly asked over texts in a temporary folder; what both find is certain."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Severity, Sources

_UNRESOLVED = ("import", "unresolved")  # how the names of complaints about packages that are not here begin
_SECONDS = 120
Row: TypeAlias = tuple[str, int, int, str]  # path, line, column, message


class TypeCheckers:
    """The `ty` and the `pyrefly` of this environment."""

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """Type errors: a warning where both complain of a line, a note where one does.

        Imports that cannot be resolved are left out. Raises `ToolError` when a checker is missing or fails.
        """
        texts = {path: text for path, text in sources.items() if path.endswith((".py", ".pyi"))}
        if not texts:
            return ()
        with tempfile.TemporaryDirectory(prefix="aurora-types-") as folder:
            root = Path(folder)
            for name, text in texts.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            (root / "pyrefly.toml").write_text('preset = "default"\n', "utf-8")
            ty, pyrefly = list(_ty(root)), list(_pyrefly(root))
        return tuple(sorted(_voted(ty, pyrefly)))


def _voted(ty: Sequence[Row], pyrefly: Sequence[Row]) -> Iterator[Finding]:
    lines = [{(path, line) for path, line, _, _ in rows} for rows in (ty, pyrefly)]
    both = lines[0] & lines[1]
    told: set[tuple[str, int]] = set()
    for path, line, column, message in (*ty, *pyrefly):
        certain = (path, line) in both
        if (path, line) not in told:
            told.add((path, line))
            severity = Severity.WARNING if certain else Severity.NOTE
            yield Finding(path, line, column, "type-error" if certain else "type-doubt", message, severity)


def _ty(root: Path) -> Iterator[Row]:
    words = ["ty", "check", "--output-format", "gitlab", "--exit-zero", "--no-progress", "."]
    for row in _asked(words, root, ends=(0,)):
        if not row["check_name"].startswith(_UNRESOLVED):
            begin = row["location"]["positions"]["begin"]
            message = row["description"].partition(": ")[2]
            yield row["location"]["path"], int(begin["line"]), int(begin["column"]), message


def _pyrefly(root: Path) -> Iterator[Row]:
    words = ["pyrefly", "check", "--output-format", "json", "--summary=none", "."]
    for row in _asked(words, root, ends=(0, 1))["errors"]:
        if not row["name"].startswith((*_UNRESOLVED, "missing-import", "untyped-import")):
            yield row["path"], int(row["line"]), int(row["column"]), row["concise_description"]


def _asked(words: list[str], root: Path, *, ends: tuple[int, ...]) -> Any:
    program = Path(sys.executable).parent / words[0]
    try:
        done = subprocess.run(
            [str(program), *words[1:]], cwd=root, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        if done.returncode not in ends:
            raise ToolError(words[0], done.stderr.strip()[-300:] or f"ended with status {done.returncode}.")
        return json.loads(done.stdout or "[]")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ToolError(words[0], f"{error}.") from None
