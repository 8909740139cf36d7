"""Aurora's own command as a program, for work that must not slow this process down."""

import json
import os
import subprocess
import sys
import threading
from typing import Any

from aurora.model.errors import ToolError

_SECONDS = 600
_NICENESS = 19


class OwnCommand:
    """Runs `aurora WORDS --json`, one at a time and at the lowest priority, unless told otherwise."""

    def __init__(self, niceness: int = _NICENESS) -> None:
        self._niceness = niceness
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        self._lock = threading.Lock()

    def ask(self, *words: str) -> Any:
        """The JSON that is printed; raises `ToolError`, also when it was closed meanwhile."""
        name = " ".join(["aurora", *words])
        try:
            process = self._started([sys.executable, "-m", "aurora", *words, "--json"], name)
            with process:
                try:
                    printed, told = process.communicate(timeout=_SECONDS)
                except BaseException:
                    process.kill()
                    raise
            if process.returncode:
                raise ToolError(name, told.strip()[-500:] or f"ended with status {process.returncode}.")
            return json.loads(printed)
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise ToolError(name, f"{error}.") from None

    def close(self) -> None:
        """Kill what runs and start nothing more; may be called twice."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _started(self, command: list[str], name: str) -> "subprocess.Popen[str]":
        with self._lock:
            if self._closed:
                raise ToolError(name, "was not started: this process is ending.")
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            os.setpriority(os.PRIO_PROCESS, self._process.pid, self._niceness)
            return self._process
