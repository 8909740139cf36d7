"""Tracebacks as people paste them: the interpreter's form and pytest's, also chained, in groups, or cut off."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

_MOST = 200_000  # characters at the end that are read; an error is told last
_WIDE = 2_000  # characters of a line, beyond which it is none of a traceback
_FRAME = re.compile(r'\s*File "([^"]+)", line (\d+)(?:, in (\S+))?')
_PYTEST = re.compile(r"([^\s:>][^:]*\.py):(\d+): ?(?:in (\S+)|([A-Za-z_]\w*))?\s*")
_RAISED = re.compile(r"(?:E\s+)?([A-Za-z_][\w.]*)(?:: (.*))?")
_MARKS = re.compile(r"[\s^~]*")
_GROUP = re.compile(r"^(?:\s*[|+]-?[-+ ]*|\s*\|)\s{0,1}")
_KINDS = ("Error", "Exception", "Warning", "Exit", "Interrupt", "Iteration", "Group")
_FOREIGN = ("site-packages", "dist-packages", "/lib/python", "<frozen")


@dataclass(frozen=True, slots=True)
class Frame:
    """One place of a traceback; `code` is the line as it is quoted, empty when it is not."""

    path: str
    line: int
    function: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was raised, and from where; outermost frame first. The kind is empty where the text is cut off before."""

    kind: str = ""
    message: str = ""
    frames: tuple[Frame, ...] = ()

    def __str__(self) -> str:
        """As the interpreter says it."""
        return f"{self.kind}: {self.message}" if self.message else self.kind or "an error"


def read_traceback(text: str) -> Told | None:
    """The last exception that a text tells of, with the frames of its own traceback; None when there is no frame."""
    found = (read(text[-_MOST:]) for read in (_interpreter, _pytest))
    return next((told for told in found if told.frames), None)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield _GROUP.sub("", line[:_WIDE].rstrip()) if line.lstrip()[:1] in ("|", "+") else line[:_WIDE].rstrip()


def _interpreter(text: str) -> Told:
    """What follows the last header; a chain tells what left the program last."""
    told, open_ = Told(), False
    for line in _lines(text):
        if frame := _FRAME.match(line):
            known = told.frames if open_ else ()
            told, open_ = Told(frames=(*known, Frame(frame[1], int(frame[2]), frame[3] or "<module>"))), True
        elif line.startswith("Traceback (most recent call last)"):
            open_ = False
        elif open_ and line[:1].isspace():
            last = told.frames[-1]
            if not last.code and not _MARKS.fullmatch(line):
                told = replace(told, frames=(*told.frames[:-1], replace(last, code=line.strip())))
        elif open_ and (raised := _RAISED.fullmatch(line)):
            told, open_ = Told(raised[1].rpartition(".")[2], raised[2] or "", told.frames), False
    return told


def _pytest(text: str) -> Told:
    """The last failure of a report: `path:line: in function`, quoted lines, and `E   KeyError: 'a'`."""
    frames: list[Frame] = []
    kind = message = quoted = ""
    for line in _lines(text):
        if line.startswith("____"):
            frames, kind, message = [], "", ""
        elif line.startswith(">"):
            quoted = line[1:].strip()
        elif line.startswith("E ") and (raised := _RAISED.fullmatch(line)) and _is_kind(raised[1]):
            kind, message = raised[1].rpartition(".")[2], raised[2] or ""
        elif place := _PYTEST.fullmatch(line):
            frames.append(Frame(place[1], int(place[2]), place[3] or "", quoted))
            kind, quoted = kind or place[4] or "", ""
        elif frames and not frames[-1].code and frames[-1].function and line[:1].isspace():
            frames[-1] = replace(frames[-1], code=line.strip())
    return Told(kind, message, tuple(frames))


def _is_kind(name: str) -> bool:
    return name.endswith(_KINDS) or name.rpartition(".")[2][:1].isupper()


def own_frames(told: Told, files: Mapping[str, str]) -> tuple[Frame, ...]:
    """The frames that lie in these files, with their paths there; what the file does not say at any line is of
    another one with the same name. A line that has moved is found by its text."""
    sources = [path for path in files if path.endswith(".py")]
    found = (_placed(frame, files, sources) for frame in told.frames)
    return tuple(frame for frame in found if frame is not None)


def _placed(frame: Frame, files: Mapping[str, str], sources: Sequence[str]) -> Frame | None:
    if any(sign in frame.path for sign in _FOREIGN):
        return None
    parts = PurePosixPath(frame.path.replace("\\", "/")).parts
    names = ["/".join(parts[at:]) for at in range(len(parts))]
    path = next((name for name in names if name in sources), None)
    if path is None:
        path = sources[0] if len(sources) == 1 and frame.code else None
    if path is None:
        return None
    lines = [line.strip() for line in files[path].splitlines()]
    if frame.line <= len(lines) and frame.code in ("", lines[frame.line - 1]):
        return replace(frame, path=path)
    at = [number for number, line in enumerate(lines, 1) if line == frame.code]
    return replace(frame, path=path, line=at[0]) if frame.code and len(at) == 1 else None
