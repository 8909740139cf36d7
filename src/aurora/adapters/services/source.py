"""A TOML file and the lines of what stands in it, so that what cannot be used is refused with its line."""

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from aurora.adapters.services.values import RefusedError
from aurora.model.errors import BadInputError, NotFoundError

_HEADER = re.compile(r"\s*\[(\[)?\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:["']?[\w-]+["']?\s*\.?\s*)+)=""")


def read_text(path: Path) -> str:
    """The text of a service file; raises `BadInputError` when it cannot be read."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        advice = "Write one by `aurora init`, or name another with --file."
        raise NotFoundError("service file", str(path), next_step=advice) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"it cannot be read: {error}.", where=str(path)) from None


@lru_cache(maxsize=1)
def _tables(text: str) -> Mapping[str, Any]:
    """The tables of a text, not to be changed: several readers of a file ask for their own."""
    return tomllib.loads(text)


class Source:
    """The text of a file that is, or was, at `path`."""

    def __init__(self, path: Path, text: str) -> None:
        """Raises `BadInputError` for what is not TOML."""
        self.path, self.text = path, text
        try:
            self.given = _tables(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise BadInputError(f"this is not TOML: {error}.", where=self.at(int(line[1]) if line else 1)) from None

    @classmethod
    def read(cls, path: Path) -> "Source":
        """A file as it is now; raises `BadInputError`."""
        return cls(path, read_text(path))

    @cached_property
    def home(self) -> Path:
        """The folder that the file's paths are relative to."""
        return self.path.resolve().parent

    def at(self, line: int) -> str:
        """A place of the file, as people are told it."""
        return f"{self.path}:{line}"

    def refusal(self, wrong: RefusedError, *place: str, about: str = "") -> BadInputError:
        """Why the file is refused, with the line of the value that is wrong; `place` are the names that lead to it."""
        where = self.at(self.line(*place, wrong.key, *wrong.inner))
        return BadInputError(f"{about}{wrong.what}.", where=where, next_step=f"Expected {wrong.expected}.")

    def line(self, *names: str) -> int:
        """The line of what these names lead to, of several tables of one name by number; else of what is next above."""
        lines = self._lines
        ends = range(len(names), 0, -1)
        return next((lines[names[:end]] for end in ends if names[:end] in lines), 1)

    @cached_property
    def _lines(self) -> dict[tuple[str, ...], int]:
        """The first line of each table and key, by the names that lead to it."""
        found: dict[tuple[str, ...], int] = {}
        inside: tuple[str, ...] = ()
        for number, line in enumerate(self.text.splitlines(), start=1):
            header, key = _HEADER.match(line), _KEY.match(line)
            if header:
                inside = self._numbered(_names(header[2]), found) if header[1] else _names(header[2])
            names = inside if header else (*inside, *_names(key[1])) if key else ()
            for end in range(1, len(names) + 1):
                found.setdefault(names[:end], number)
        return found

    @staticmethod
    def _numbered(names: tuple[str, ...], found: dict[tuple[str, ...], int]) -> tuple[str, ...]:
        """The next of several tables of one name."""
        return next((*names, str(number)) for number in count(1) if (*names, str(number)) not in found)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(each.strip().strip("\"'") for each in dotted.split("."))
