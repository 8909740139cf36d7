"""deptry: packages that are imported and not declared, or declared and not imported."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Severity, Sources

_RULES = {
    "DEP001": ("missing-package", Severity.WARNING, "Declare it."),
    "DEP002": ("unused-package", Severity.NOTE, "Remove it, unless it is needed without being imported."),
    "DEP003": ("transitive-package", Severity.NOTE, "Declare it: it is there only because another package needs it."),
    "DEP004": ("development-package", Severity.WARNING, "Declare it among the dependencies of the program."),
    "DEP005": ("standard-library", Severity.NOTE, "Remove it: the standard library has it."),
}


class Deptry:
    """The `deptry` of this environment."""

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """What the manifest and the imports disagree on; nothing without a manifest.

        Raises `ToolError` when deptry is missing or fails.
        """
        manifests = [path for path in ("pyproject.toml", "requirements.txt") if path in sources]
        if not manifests:
            return ()
        with tempfile.TemporaryDirectory(prefix="aurora-deptry-") as folder:
            root = Path(folder)
            for name, text in sources.items():
                path = root / "in" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            rows = _asked(root)
        return tuple(sorted(_finding(row, manifests[0], sources) for row in rows if row["error"]["code"] in _RULES))


def _asked(root: Path) -> list[dict[str, dict[str, object]]]:
    program = Path(sys.executable).parent / "deptry"
    report = root / "report.json"
    try:
        done = subprocess.run(
            [str(program), ".", "--no-ansi", "--json-output", str(report)],
            cwd=root / "in",
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode not in (0, 1) or not report.is_file():
            raise ToolError("deptry", done.stderr.strip()[-300:] or f"ended with status {done.returncode}.")
        rows: list[dict[str, dict[str, object]]] = json.loads(report.read_text("utf-8"))
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ToolError("deptry", f"{error}.") from None
    return rows


def _finding(row: dict[str, dict[str, object]], manifest: str, sources: Sources) -> Finding:
    rule, severity, advice = _RULES[str(row["error"]["code"])]
    path = Path(str(row["location"]["file"])).as_posix()
    path = path if path in sources else manifest
    line, column = row["location"]["line"], row["location"]["column"]
    place = (int(str(line)), int(str(column))) if line else (1, 1)
    return Finding(path, *place, rule, f"{row['error']['message']}.", severity, advice)
