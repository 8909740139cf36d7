"""The `[[temporary]]` tables of `aurora.toml`: the allow-list of files that may be removed."""

from pathlib import Path
from typing import Any

from aurora.adapters.services.source import Source
from aurora.adapters.services.values import RefusedError, is_a, number, table, text, words
from aurora.model.temporary import Temporary

NEEDED = {"folder": text, "patterns": words, "days": number}
READERS = {**NEEDED, "when_low": is_a(bool, "true or false")}
EXAMPLE = '[[temporary]]\nfolder = "cache"\npatterns = ["*.tmp"]\ndays = 1'


def read_temporary(path: Path) -> tuple[Temporary, ...]:
    """The allow-list of a service file; raises `BadInputError` when an entry could remove more than was meant."""
    source = Source.read(path)
    given = source.given.get("temporary", [])
    if not isinstance(given, list):
        raise source.refusal(RefusedError("temporary", "temporary is no list of tables", EXAMPLE))
    return tuple(_read_one(source, count, each) for count, each in enumerate(given, start=1))


def _read_one(source: Source, count: int, given: Any) -> Temporary:
    try:
        return _entry(source.home, count, given)
    except RefusedError as wrong:
        raise source.refusal(
            RefusedError("temporary", wrong.what, wrong.expected, (str(count), *wrong.inner))
        ) from None


def _entry(home: Path, count: int, given: Any) -> Temporary:
    key = f"temporary {count}"
    facts = table(key, given, READERS)
    missing = [name for name in NEEDED if name not in facts]
    if missing:
        raise RefusedError(key, f"{key} has no {missing[0]}", EXAMPLE)
    folder = (home / facts["folder"]).resolve()
    if folder in {Path(folder.anchor), Path.home().resolve(), home}:
        raise RefusedError(
            key, f"{key} would clean the whole of {folder}", "a folder that holds only what may go", ("folder",)
        )
    if not facts["patterns"] or any(set(each) <= set("*?./") for each in facts["patterns"]):
        raise RefusedError(
            key, f"{key} has a pattern that is like every name", 'patterns = ["*.tmp", "core.*"]', ("patterns",)
        )
    return Temporary(**{**facts, "folder": folder})
