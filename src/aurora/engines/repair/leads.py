"""What no edit of the code can put right: a file that hides a module, a distribution that is not installed."""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from aurora.engines.repair.laboratory import Failure
from aurora.model.answer import Fault
from aurora.pycode.distributions import distribution_of, known_distribution
from aurora.pycode.names import nearest
from aurora.pycode.verdict import judge

_MISSING = re.compile(r"No module named '([\w.]+)'")


def leads(files: Mapping[str, str], broken: Failure | None) -> tuple[Fault, ...]:
    """Faults of the project as a whole; `broken` is what the import of its files raised."""
    return (*_hiding(files), *_not_installed(files, broken))


def _hiding(files: Mapping[str, str]) -> Iterator[Fault]:
    """Files at the top that have the name of a standard module which the project imports."""
    for path in files:
        place = PurePosixPath(path)
        if place.suffix == ".py" and len(place.parts) == 1 and place.stem in sys.stdlib_module_names:
            wanted = re.compile(
                rf"^\s*(?:import\s+(?:[\w.]+\s*,\s*)*{place.stem}\b|from\s+{place.stem}\b)", re.MULTILINE
            )
            users = [name for name, text in files.items() if name.endswith(".py") and wanted.search(text)]
            if users and not _defines(files[path], users, files, place.stem):
                why = f"it hides the standard module {place.stem}, which {users[0]} imports; give the file another name"
                yield Fault(path, 1, 1.0, why)


def _defines(text: str, users: list[str], files: Mapping[str, str], name: str) -> bool:
    """Whether everything that is used of the module is in the file, so that the file may be meant."""
    if not judge(text).ok:
        return False
    used = {
        word
        for user in users
        for found in re.finditer(rf"\b{name}\.(\w+)|from\s+{name}\s+import\s+([\w, ]+)", files[user])
        for word in re.split(r"[, ]+", found.group(1) or found.group(2))
    }
    return all(re.search(rf"^(?:def|class)\s+{word}\b|^{word}\s*[:=]", text, re.MULTILINE) for word in used)


def _not_installed(files: Mapping[str, str], broken: Failure | None) -> Iterator[Fault]:
    found = _MISSING.search(broken.message) if broken is not None and broken.kind == "ModuleNotFoundError" else None
    if broken is None or found is None:
        return
    top = found.group(1).partition(".")[0]
    own = {PurePosixPath(path).parts[0].removesuffix(".py") for path in files}
    if top not in own | sys.stdlib_module_names and not nearest(top, own | sys.stdlib_module_names, 1):
        place = next(
            ((path, line) for path, line, _ in reversed(broken.frames) if path in files), (next(iter(files)), 1)
        )
        known, name = known_distribution(found.group(1)), distribution_of(found.group(1))
        brings = "brings it" if known else "may bring it; see first whether that distribution is the one that is meant"
        why = f"the module {top} is not installed; `pip install {name}` {brings}"
        yield Fault(*place, 1.0, why, missing=known)
