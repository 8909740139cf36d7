"""What a docstring claims: parameters, errors and results it names, in reST, Google or NumPy style."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aurora.model.documentation import Style

_FIELD = re.compile(
    r"^\s*:(param|parameter|arg|argument|type|raises?|except|exception|returns?|rtype|yields?)\b([^:]*):(.*)"
)
_HEADING = re.compile(
    r"^(\s*)(Args|Arguments|Parameters|Params|Keyword Args|Keyword Arguments|Other Parameters|Raises|Returns?|Yields?"
    r"|Attributes|Examples?|Notes?|Warnings?|See Also|References|Warns)\s*(:?)\s*$"
)
_GOOGLE = re.compile(r"^\s*(\*{0,2}[\w.]+)\s*(?:\(([^)]*)\))?\s*:(?:\s|$)")
_NUMPY = re.compile(r"^(\*{0,2}[\w.]+(?:\s*,\s*\*{0,2}[\w.]+)*)\s*(?::\s*(.*))?$")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a docstring names; `line` counts from 0 within it."""

    kind: str  # "parameter", "raises", "returns" or "yields"
    name: str
    line: int
    type: str = ""


@dataclass(frozen=True, slots=True)
class Sections:
    """All that a docstring names, and its style; None when it shows none."""

    style: Style | None
    claims: tuple[Claim, ...]

    def of(self, kind: str) -> tuple[Claim, ...]:
        """The claims of one kind."""
        return tuple(each for each in self.claims if each.kind == kind)


def sections_of(text: str) -> Sections:
    """Read a docstring; what is laid out in no known way claims nothing."""
    lines = text.splitlines()
    fields = tuple(_fields(lines))
    if fields:
        return Sections(Style.REST, fields)
    for style, read in ((Style.NUMPY, _numpy), (Style.GOOGLE, _google)):
        claims = list(read(lines))
        if claims:
            return Sections(style, tuple(each for each in claims if each.kind))
    return Sections(None, ())


def style_of(texts: Iterable[str]) -> tuple[Style, int]:
    """The style that most docstrings have, and how many; Google and 0 when none shows one."""
    counts = Counter(style for text in texts if (style := sections_of(text).style))
    return counts.most_common(1)[0] if counts else (Style.GOOGLE, 0)


def _kind(word: str) -> str:
    word = word.lower()
    if word.startswith(("arg", "param", "keyword", "other")):
        return "parameter"
    for start, kind in (("rais", "raises"), ("exce", "raises"), ("return", "returns"), ("yield", "yields")):
        if word.startswith(start):
            return kind
    return ""


def _fields(lines: Sequence[str]) -> Iterator[Claim]:
    types: dict[str, str] = {}
    found: list[Claim] = []
    for number, line in enumerate(lines):
        match = _FIELD.match(line)
        if match and match[1] == "type":
            types[match[2].strip()] = match[3].strip()
        elif match and match[1] == "rtype":
            types["return"] = match[3].strip()
        elif match:
            words = match[2].replace("\\*", "*").split()
            name = words[-1].lstrip("*") if words else ""
            found.append(Claim(_kind(match[1]), name, number, " ".join(words[:-1])))
    for each in found:
        given = types.get(each.name if each.kind == "parameter" else "return", "")
        yield Claim(each.kind, each.name, each.line, each.type or (given if each.kind != "raises" else ""))


def _google(lines: Sequence[str]) -> Iterator[Claim]:
    """`Args:` with an indented block; the entries are the lines that are indented least in it."""
    for number, line in enumerate(lines):
        match = _HEADING.match(line)
        if match and match[3] == ":":
            kind = _kind(match[2])
            block = list(_block(lines, number + 1, len(match[1])))
            least = min((_indent(each) for _, each in block), default=0)
            if kind in ("parameter", "raises"):
                for place, each in block:
                    entry = _GOOGLE.match(each) if _indent(each) == least else None
                    if entry:
                        yield Claim(kind, entry[1].lstrip("*"), place, _first(entry[2] or ""))
            elif block:
                yield Claim(kind, "", number)


def _block(lines: Sequence[str], start: int, width: int) -> Iterator[tuple[int, str]]:
    for number in range(start, len(lines)):
        if lines[number].strip() and _indent(lines[number]) <= width:
            return
        if lines[number].strip():
            yield number, lines[number]


def _numpy(lines: Sequence[str]) -> Iterator[Claim]:
    """A heading that is underlined; the entries are the lines below it that are not indented."""
    kind = None
    for number, line in enumerate(lines):
        after = lines[number + 1].strip() if number + 1 < len(lines) else ""
        match = _HEADING.match(line)
        if match and len(after) > 2 and set(after) == {"-"}:
            kind = _kind(match[2])
            if kind not in ("parameter", "raises"):
                yield Claim(kind, "", number)
        elif kind in ("parameter", "raises") and line.strip() and not line[0].isspace() and set(line.strip()) != {"-"}:
            entry = _NUMPY.match(line.strip())
            for name in (entry[1] if entry else "").split(","):
                if entry and name.strip():
                    yield Claim(kind, name.strip().lstrip("*"), number, _first(entry[2] or ""))


def _first(text: str) -> str:
    return text.partition(",")[0].strip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
