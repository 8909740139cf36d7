"""Corpus records as JSON Lines: one record a line, refused as a whole when a line is none."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.record import Record, from_plain, to_plain

_LONGEST = 1 << 20  # bytes of a line


def read_lines(path: Path) -> Iterator[Record]:
    """The records of a file, in order; raises `BadInputError` with the line that is none, `NotFoundError`."""
    try:
        file = path.open("rb")
    except OSError as error:
        if path.exists():
            raise BadInputError(f"cannot be read ({error.strerror}).", where=str(path)) from None
        raise NotFoundError("file", str(path)) from None
    with file:
        for number, line in enumerate(iter(lambda: file.readline(_LONGEST + 1), b""), start=1):
            if line.strip():
                yield record_of_line(line, f"{path}:{number}")


def write_lines(path: Path, records: Iterable[Record]) -> int:
    """Write records, the whole file or nothing; returns how many."""
    count = 0
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as draft:
            for record in records:
                draft.write(json.dumps(to_plain(record), ensure_ascii=False) + "\n")
                count += 1
        Path(draft.name).chmod(0o644)
        Path(draft.name).replace(path)
    except OSError as error:
        raise BadInputError(f"cannot be written ({error.strerror}).", where=str(path)) from None
    return count


def record_of_line(line: bytes, where: str) -> Record:
    """The record of one line; raises `BadInputError` that names the place."""
    if len(line) > _LONGEST:
        raise BadInputError(f"is longer than {_LONGEST:,} bytes; nothing was imported.", where=where)
    try:
        return from_plain(json.loads(line))
    except (ValueError, RecursionError) as error:
        what = str(error) if not isinstance(error, json.JSONDecodeError | UnicodeDecodeError) else "is not JSON"
        raise BadInputError(
            f"{what}; nothing was imported.",
            where=where,
            next_step="docs/reference/formats.md, section 7, has the fields of a record.",
        ) from None
