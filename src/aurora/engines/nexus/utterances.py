"""What people say for each mode: the written utterances that the router is trained with."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files

from aurora.engines.nexus.features import features
from aurora.engines.nexus.training import Row
from aurora.model.errors import BadInputError
from aurora.model.routing import Utterance
from aurora.registry.catalogue import catalogue

_FOLDER = "spoken"
_HEADING = re.compile(r"# (\w+)")
_MARKED = re.compile(r"\[([a-z, ]+)\] ?")
_TEXT, _MODE = ("text", "utterance", "request", "words"), ("mode", "unit", "label", "expected")


def written() -> list[Row]:
    """The training rows: a heading a mode, a line an utterance; `[diff] is it good` came with code of that shape."""
    return [(features(text, marks), unit) for text, marks, unit in requests()]


def requests() -> Iterator[tuple[str, list[str], str]]:
    """Each written utterance with the shapes of the code that came with it, and its mode."""
    folder = files(__package__).joinpath(_FOLDER)
    texts = sorted((each.name, each.read_text("utf-8")) for each in folder.iterdir() if each.name.endswith(".txt"))
    for _, text in texts:
        for line, unit in under_headings(text):
            marked = _MARKED.match(line)
            yield _MARKED.sub("", line, count=1), marked[1].split(", ") if marked else [], unit


def under_headings(text: str) -> Iterator[tuple[str, str]]:
    """Each line that says something, with the first word of the heading (`# M1 Code Analysis`) that it stands under."""
    under = ""
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            under = heading[1]
        elif line.strip():
            yield line, under


def labelled(text: str) -> tuple[list[Utterance], list[str]]:
    """The utterances of JSON Lines `{"text", "mode", "tier"?}`, and a sentence for each line that is none.

    A mode may be a number, an id ("M46") or a name ("Auto-Fix", "auto fix").
    """
    known = {
        _plain(name): unit.id for unit in catalogue() if unit.kind == "mode" for name in _names(unit.number, unit.name)
    }
    good: list[Utterance] = []
    bad: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                good.append(_utterance(line, known))
            except BadInputError as error:
                bad.append(f"line {number}: {error.what}")
    return good, bad


def _names(number: int, name: str) -> tuple[str, ...]:
    return name, str(number), f"M{number}", f"mode {number}"


def _utterance(line: str, known: dict[str, str]) -> Utterance:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadInputError(f"this is no JSON: {error}.") from None
    if not isinstance(row, dict):
        raise BadInputError('a line is an object {"text": ..., "mode": ...}.')
    text = next((row[key] for key in _TEXT if isinstance(row.get(key), str) and row[key].strip()), None)
    if text is None:
        raise BadInputError('"text" is missing or empty.')
    mode = next((row[key] for key in _MODE if row.get(key) is not None), None)
    unit = known.get(_plain(str(mode)))
    if unit is None:
        raise BadInputError(f'"mode" is {json.dumps(mode)}; no mode has this number, id or name.')
    return Utterance(text, unit, str(row.get("tier") or "").strip().lower())


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
