"""uv: resolves requirements with a folder of wheels, offline; its words on a conflict are a proof."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)

from aurora.contracts.resolver import Resolution
from aurora.model.errors import NotFoundError

_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
_SECONDS = 60


class Uv:
    """The `uv` of this environment or of the path; without one nothing is resolved, and that is told."""

    def known(self, folder: str) -> Mapping[str, tuple[str, ...]]:
        """The versions in a folder; see `Resolver`. What is neither wheel nor source archive is left out."""
        place = Path(folder)
        if not place.is_dir():
            raise NotFoundError("folder of wheels", folder)
        found: dict[str, set[str]] = {}
        for path in place.iterdir():
            try:
                parse = parse_wheel_filename if path.suffix == ".whl" else parse_sdist_filename
                name, version = parse(path.name)[:2]
            except (InvalidWheelFilename, InvalidSdistFilename):
                continue
            found.setdefault(str(name), set()).add(str(version))
        return {name: tuple(sorted(versions)) for name, versions in sorted(found.items())}

    def resolve(self, requirements: Sequence[str], folder: str) -> Resolution:
        """Resolve with the folder alone; see `Resolver`."""
        beside = Path(sys.executable).parent / "uv"
        program = str(beside) if beside.is_file() else shutil.which("uv")
        if program is None:
            return Resolution(unavailable="uv is not installed")
        with tempfile.TemporaryDirectory(prefix="aurora-uv-") as place:
            asked = Path(place) / "requirements.in"
            asked.write_text("\n".join(requirements) + "\n", "utf-8")
            command = [program, "pip", "compile", "--offline", "--no-index", "--no-config", "--no-header"]
            command += ["--no-annotate", "--no-progress", "--color", "never", "--find-links", folder, str(asked)]
            command += ["--python", sys.executable, "--cache-dir", place]
            try:
                done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
            except (OSError, subprocess.TimeoutExpired) as error:
                return Resolution(unavailable=f"uv could not be run ({error})")
        if done.returncode:
            return Resolution(conflict=" ".join(done.stderr.split())[:1000])
        return Resolution({canonicalize_name(each[1]): each[2] for each in _PIN.finditer(done.stdout)})
