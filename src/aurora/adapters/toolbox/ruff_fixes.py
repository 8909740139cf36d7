"""What ruff's safe fixes would make of texts; nothing outside a folder of its own is touched."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from aurora.model.errors import ToolError
from aurora.model.finding import Sources

TIDY = (
    "F401",
    "F541",
    "F632",
    "E711",
    "E712",
    "E713",
    "E714",
    "W291",
    "W293",
    "C4",
    "PIE790",
    "PIE804",
    "RET501",
    "SIM",
)
"""Rules whose safe fixes are worth a change of their own; none sorts imports, which has broken packages."""


def fixed(sources: Sources, rules: tuple[str, ...] = TIDY) -> Mapping[str, str]:
    """The texts that the safe fixes of these rules change; raises `ToolError` when ruff is missing or fails."""
    with tempfile.TemporaryDirectory(prefix="aurora-ruff-") as folder:
        root = Path(folder)
        for name, text in sources.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        _run(root, rules)
        after = {name: (root / name).read_bytes().decode("utf-8", "surrogatepass") for name in sources}
    return {name: text for name, text in after.items() if text != sources[name]}


def _run(root: Path, rules: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--exit-zero", "--quiet", "--fix"]
    try:
        done = subprocess.run(
            [*command, "--select", ",".join(rules), str(root)], capture_output=True, text=True, timeout=120, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("ruff", f"{error}.") from None
    if done.returncode:
        raise ToolError("ruff", done.stderr.strip() or f"ended with status {done.returncode}.")
