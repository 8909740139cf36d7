"""The text of a specification file, and the place of each line for error messages."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from aurora.model.errors import SpecError

LIMIT = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, without its end; `number` is 1-based."""

    path: str
    number: int
    text: str

    def refuse(self, what: str, expected: str) -> NoReturn:
        """Raise the `SpecError` that points here."""
        raise SpecError(self.path, self.number, what, expected)


def read_lines(path: Path) -> list[Line]:
    """The lines of a UTF-8 text file of at most 1 MB; any line ends. Raises `SpecError` for whatever else it is."""
    name = str(path)
    if path.is_dir():
        raise SpecError(name, 0, "this is a folder.", "a Markdown file")
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise SpecError(name, 0, f"the file has {size:,} bytes.", f"at most {LIMIT:,}; split it")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SpecError(name, 0, f"the file cannot be read: {reason}.", "a readable Markdown file") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SpecError(name, line, f"byte {data[error.start]:#04x} is not UTF-8.", "UTF-8 text") from error
    return [Line(name, number, line) for number, line in enumerate(text.splitlines(), start=1)]
