"""Ruff as a linter: an isolated run with its own rule set, over texts in a temporary folder."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Severity, Sources

RULES = "E9,F,B,PLE,PLW,S,ASYNC,RUF006,RUF012,C901"
"""Rules that tell of bugs, weaknesses and complexity; matters of taste are left to the project's own settings."""

IGNORED = "S101"
"""Asserts are no weakness."""

_ERRORS = ("E9", "F82", "PLE", "invalid-syntax")


class Ruff:
    """The `ruff` of this environment."""

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """Findings in `sources`; raises `ToolError` when ruff is missing or fails."""
        with tempfile.TemporaryDirectory(prefix="aurora-ruff-") as folder:
            root = Path(folder)
            for name, text in sources.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            rows = _run(root)
        return tuple(sorted(_finding(row, root) for row in rows))


class InMemoryLinter:
    """A linter with prepared answers."""

    def __init__(self, *prepared: Finding) -> None:
        self._prepared = prepared

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """The prepared findings whose file is among the sources."""
        return tuple(sorted(finding for finding in self._prepared if finding.path in sources))


def severity_of(rule: str) -> Severity:
    """How much a finding of a rule matters."""
    return Severity.ERROR if rule.startswith(_ERRORS) else Severity.WARNING


def _run(root: Path) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--exit-zero", "--quiet"]
    command += ["--select", RULES, "--ignore", IGNORED, "--output-format", "json", str(root)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            raise ToolError("ruff", done.stderr.strip() or f"ended with status {done.returncode}.")
        rows: list[dict[str, object]] = json.loads(done.stdout or "[]")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ToolError("ruff", f"{error}.") from None
    return rows


def _finding(row: dict[str, object], root: Path) -> Finding:
    rule = str(row["code"] or "invalid-syntax")
    place = row["location"]
    assert isinstance(place, dict)
    return Finding(
        path=Path(str(row["filename"])).resolve().relative_to(root.resolve()).as_posix(),
        line=int(place["row"]),
        column=int(place["column"]),
        rule=rule,
        message=str(row["message"]),
        severity=severity_of(rule),
    )
