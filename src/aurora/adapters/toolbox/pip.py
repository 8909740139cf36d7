"""pip: installs a distribution into the interpreter that runs the tests of projects."""

import re
import shlex
import subprocess
import sys

from aurora.model.errors import BadInputError, ToolError

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")  # PEP 508; so never an option, a path or a URL
_FLAGS = ("--only-binary", ":all:", "--no-input", "--disable-pip-version-check")
_SECONDS = 300.0


class Pip:
    """The pip of this interpreter; its own settings (`PIP_INDEX_URL`, `PIP_FIND_LINKS`, ...) say where it looks."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds

    def command(self, distribution: str) -> str:
        """What is run; see `Installer`."""
        return shlex.join(_words(distribution))

    def install(self, distribution: str) -> None:
        """Run it; see `Installer`. Raises `BadInputError` for what is not the name of a distribution."""
        if not _NAME.fullmatch(distribution):
            raise BadInputError("is not the name of a distribution; nothing was installed.", where=repr(distribution))
        words = _words(distribution)
        try:
            done = subprocess.run(
                words,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=self._seconds,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ToolError(shlex.join(words), f"{error}.") from None
        if done.returncode:
            said = done.stderr.strip()[-500:] or f"ended with status {done.returncode}."
            raise ToolError(shlex.join(words), f"{distribution} was not installed: {said}")


def _words(distribution: str) -> list[str]:
    """Only wheels: a source distribution would run its build code here, outside the sandbox."""
    return [sys.executable, "-m", "pip", "install", *_FLAGS, distribution]
