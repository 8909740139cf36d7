"""Asks the memory what helped before, in a process of its own: a supervisor has no room for a database."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

SECONDS = 60.0  # that the answer may take
MOST = 3
_ERROR = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Interrupt)\b|\b(?:error|fatal|panic)\b", re.IGNORECASE)


def question(why: str, log: Sequence[str]) -> str:
    """What is looked for: the last line of a log that names an error, else why the service failed."""
    named = next((line.strip() for line in reversed(log) if _ERROR.search(line)), "")
    return (named or why)[:500]


def fixes(words: str, command: Sequence[str] = ()) -> tuple[list[dict[str, Any]], str]:
    """The fixes that are most like these words, with title, text and link; and what went wrong, if anything did.

    `command` takes the place of this Aurora's own.
    """
    asked = [*(command or (sys.executable, "-m", "aurora")), "recall", "--source", "fix", "--most", str(MOST), "--json"]
    try:
        done = subprocess.run(
            [*asked, "--", words], capture_output=True, text=True, timeout=SECONDS, check=False,
            stdin=subprocess.DEVNULL, env=os.environ.copy(),
        )  # fmt: skip
        found = json.loads(done.stdout or "[]")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return [], f"{type(error).__name__}: {error}"[:300]
    if done.returncode not in (0, 1):
        return [], done.stderr.strip()[:300]
    kept = ("title", "text", "link", "outcome", "score")
    return [{name: each[name] for name in kept} for each in found], ""
