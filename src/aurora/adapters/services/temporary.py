"""The `[[temporary]]` tables of `aurora.toml`: the allow-list of files that may be removed."""

import tomllib
from pathlib import Path
from typing import Any

from aurora.adapters.services.read import read_text
from aurora.adapters.services.values import RefusedError, number, table, text, words
from aurora.model.errors import BadInputError
from aurora.model.temporary import Temporary

READERS = {"folder": text, "patterns": words, "days": number}
EXAMPLE = '[[temporary]]\nfolder = "cache"\npatterns = ["*.tmp"]\ndays = 1'


def read_temporary(path: Path) -> tuple[Temporary, ...]:
    """The allow-list of a service file; raises `BadInputError` when an entry could remove more than was meant."""
    try:
        given = tomllib.loads(read_text(path)).get("temporary", [])
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"this is not TOML: {error}.", where=str(path)) from None
    if not isinstance(given, list):
        raise BadInputError("temporary is no list of tables.", where=str(path), next_step=f"Expected {EXAMPLE}")
    try:
        return tuple(_entry(path.resolve().parent, number, each) for number, each in enumerate(given, start=1))
    except RefusedError as wrong:
        raise BadInputError(f"{wrong.what}.", where=str(path), next_step=f"Expected {wrong.expected}.") from None


def _entry(home: Path, count: int, given: Any) -> Temporary:
    key = f"temporary {count}"
    facts = table(key, given, READERS)
    missing = [name for name in READERS if name not in facts]
    if missing:
        raise RefusedError(key, f"{key} has no {missing[0]}", EXAMPLE)
    folder = (home / facts["folder"]).resolve()
    if folder in {Path(folder.anchor), Path.home().resolve(), home}:
        raise RefusedError(key, f"{key} would clean the whole of {folder}", "a folder that holds only what may go")
    if not facts["patterns"] or any(set(each) <= set("*?./") for each in facts["patterns"]):
        raise RefusedError(key, f"{key} has a pattern that is like every name", 'patterns = ["*.tmp", "core.*"]')
    return Temporary(folder, facts["patterns"], facts["days"])
