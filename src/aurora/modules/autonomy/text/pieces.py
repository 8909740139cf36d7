"""Pieces of the inputs: everything a text can be cut, cleaned or converted into by one or two plain operations.

The forward half of FlashFill (Gulwani, POPL 2011): positions by place, by delimiter and by token; the substrings
between them; tokens by number; and what case, trimming and formatting make of these.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from aurora.modules.autonomy.text.expressions import FAILED, Bank, Expr, lifted
from aurora.modules.autonomy.text.tokens import TOKENS

Shape = tuple[str, float, Callable[[str], Any]]

SHAPES: tuple[Shape, ...] = (
    ("{}.strip()", 1.5, str.strip),
    ("{}.lower()", 2.0, str.lower),
    ("{}.upper()", 2.0, str.upper),
    ("{}.title()", 2.5, str.title),
    ("{}.capitalize()", 2.5, str.capitalize),
    ("{}.swapcase()", 3.5, str.swapcase),
    ("{}[0]", 2.0, lambda text: text[0]),
    ("{}[-1]", 2.5, lambda text: text[-1]),
    ("{}[1:]", 3.0, lambda text: text[1:]),
    ("{}[:-1]", 3.0, lambda text: text[:-1]),
    ("{}[::-1]", 3.0, lambda text: text[::-1]),
    ("{}[0].upper()", 3.5, lambda text: text[0].upper()),
    ("{}[0].lower()", 3.5, lambda text: text[0].lower()),
    ("{}[:2]", 4.0, lambda text: text[:2]),
    ("{}[:3]", 4.2, lambda text: text[:3]),
    ("{}[:4]", 4.4, lambda text: text[:4]),
    ("{}[-2:]", 4.0, lambda text: text[-2:]),
    ("{}[-3:]", 4.2, lambda text: text[-3:]),
    ("{}[-4:]", 4.4, lambda text: text[-4:]),
    ("{}[:2].upper()", 5.5, lambda text: text[:2].upper()),
    ("{}[:3].upper()", 5.7, lambda text: text[:3].upper()),
    ("{}.zfill(2)", 5.0, lambda text: text.zfill(2)),
    ("{}.zfill(3)", 5.2, lambda text: text.zfill(3)),
    ("{}.zfill(4)", 5.4, lambda text: text.zfill(4)),
    ("{}.lstrip('0')", 4.0, lambda text: text.lstrip("0")),
    ("{}.rstrip('.,;:!?')", 4.5, lambda text: text.rstrip(".,;:!?")),
    ("str(len({}))", 4.0, lambda text: str(len(text))),
    ("format(int({}), ',')", 5.0, lambda text: f"{int(text):,}"),
    ("format(float({}), '.2f')", 5.5, lambda text: f"{float(text):.2f}"),
    ("str(int({}))", 4.5, lambda text: str(int(text))),
    ("str(round(float({})))", 6.0, lambda text: str(round(float(text)))),
)
"""What may be made of one text: template, price, meaning."""

CLEANERS: tuple[tuple[str, float], ...] = (
    (r"\d", 4.0),
    (r"\D", 4.0),
    (r"\s", 4.0),
    (r"\W", 4.5),
    (r"[^A-Za-z]", 4.5),
    (r"[^A-Za-z0-9]", 5.0),
    (r"[A-Z]", 5.0),
    (r"[a-z]", 5.0),
    (r"[^A-Z]", 5.0),
    (r"[^\w\s]", 5.0),
    (r"[aeiouAEIOU]", 6.0),
    (r"\s*\([^)]*\)", 6.5),
    (r"\s*\b[A-Z]{2,}$", 7.0),
    (r"\s*\d+$", 6.0),
    (r"^\d+\s*", 6.0),
    (r"<[^>]*>", 6.0),
)
"""Patterns whose matches are taken out of a text, with their price."""

NTH: tuple[tuple[int, float], ...] = ((0, 0.0), (1, 0.7), (-1, 0.5), (2, 1.4), (-2, 1.2), (3, 2.1), (4, 3.0))


def derived(template: str, price: float, function: Callable[..., Any], *sources: Expr, tight: bool = True) -> Expr:
    """The expression that a template makes of its operands."""
    code = template.format(*(source.operand for source in sources))
    return Expr(code, price + sum(s.cost for s in sources), lifted(function, *(s.values for s in sources)), tight)


def splits(text: Expr, marks: Sequence[str]) -> Iterator[Expr]:
    """Lists of tokens of a text: split at a delimiter, or all matches of a token class."""
    yield derived("{}.split()", 2.0, str.split, text)
    for rank, mark in enumerate(marks):
        price = 2.2 + 0.2 * rank + 0.8 * (len(mark) - 1)
        yield derived(f"{{}}.split({_braced(mark)})", price, _splitter(mark), text)
    for pattern, price in TOKENS:
        values = lifted(re.compile(pattern).findall, text.values)
        yield Expr(f"re.findall(r'{pattern}', {text.code})", text.cost + 2.5 + price, values)


def tokens(text: Expr, marks: Sequence[str]) -> Iterator[Expr]:
    """Single tokens of a text, and what lies before and after a delimiter."""
    for parts in splits(text, marks):
        for index, price in NTH:
            yield derived(f"{{}}[{index}]", 0.8 + price, lambda found, k=index: found[k], parts)
    for mark in marks:
        quoted = _braced(mark)
        price = 3.6 + 0.8 * len(mark)
        yield derived(f"{{}}.partition({quoted})[2]", price, lambda s, m=mark: s.partition(m)[2], text)
        yield derived(f"{{}}.rpartition({quoted})[0]", price, lambda s, m=mark: s.rpartition(m)[0], text)


def positions(text: Expr, marks: Sequence[str], numbers: Sequence[Expr]) -> list[Expr]:
    """Places in a text, the cheapest expression for each vector of places; negative places are not among them."""
    bank = Bank()
    for place in _positions(text, marks, numbers):
        if not any(isinstance(value, int) and value < 0 for value in place.values):
            bank.offer("int", place)
    return bank.of("int")


def _positions(text: Expr, marks: Sequence[str], numbers: Sequence[Expr]) -> Iterator[Expr]:
    size = len(text.values)
    for place in range(12):
        yield Expr(str(place), 2.5 + 0.7 * place, (place,) * size)
    yield derived("len({})", 1.5, len, text)
    for back in range(1, 10):
        values = lifted(lambda s, k=back: _within(len(s) - k), text.values)
        yield Expr(f"-{back}", 3.0 + 0.7 * back, values)
    yield from numbers
    for number in numbers:
        yield derived("{} - 1", 2.0, lambda n: n - 1, number, tight=False)
        yield derived("{} + 1", 2.0, lambda n: n + 1, number, tight=False)
    for mark in marks:
        quoted, width = _braced(mark), len(mark)
        price = 2.5 + 0.8 * width
        for method, extra in (("index", 0.0), ("rindex", 0.7)):
            finder = str.index if method == "index" else str.rindex
            found = derived(f"{{}}.{method}({quoted})", price + extra, lambda s, m=mark, f=finder: f(s, m), text)
            yield found
            yield derived(f"{{}} + {width}", 0.8, lambda n, w=width: n + w, found, tight=False)
    yield from _token_edges(text)


def _token_edges(text: Expr) -> Iterator[Expr]:
    for pattern, price in TOKENS[:7]:
        compiled = re.compile(pattern)
        source = f"re.finditer(r'{pattern}', {text.code})"
        for index, extra in NTH[:4]:
            for edge in ("start", "end"):
                values = lifted(
                    lambda s, c=compiled, k=index, e=edge: getattr(list(c.finditer(s))[k], e)(), text.values
                )
                if index == 0:
                    code = f"re.search(r'{pattern}', {text.code}).{edge}()"
                else:
                    code = f"[m.{edge}() for m in {source}][{index}]"
                yield Expr(code, 4.0 + price + 1.5 * extra, values)


def _within(place: int) -> int:
    if place < 0:
        raise IndexError(place)
    return place


def substrings(text: Expr, places: Sequence[Expr], wanted: Sequence[str]) -> Iterator[Expr | None]:
    """The texts between two places that occur in the wanted outputs of at least one example; None is a breath."""
    best: dict[tuple[Any, ...], tuple[float, Expr, Expr]] = {}
    for number, start in enumerate(places):
        for stop in places:
            cost = start.cost + stop.cost
            key = tuple(map(_slice, text.values, start.values, stop.values, wanted))
            if key not in best or cost < best[key][0]:
                best[key] = (cost, start, stop)
        if number % 8 == 7:
            yield None
    for values, (cost, start, stop) in best.items():
        if any(value is not FAILED and value for value in values):
            yield Expr(_slice_code(text, start, stop), 1.5 + text.cost + cost, values)


def _slice(text: Any, start: Any, stop: Any, wanted: str) -> Any:
    if text is FAILED or start is FAILED or stop is FAILED or start > stop or stop > len(text):
        return FAILED
    piece = text[start:stop]
    return piece if piece in wanted else FAILED


def _slice_code(text: Expr, start: Expr, stop: Expr) -> str:
    first = "" if start.code == "0" else start.code
    last = "" if stop.code.startswith("len(") else stop.code
    return f"{text.operand}[{first}:{last}]"


def cleaned(text: Expr, marks: Sequence[str], fresh: Sequence[str]) -> Iterator[Expr]:
    """The text without the characters of a class or a delimiter, or with one delimiter put for another."""
    for pattern, price in CLEANERS:
        values = lifted(lambda s, c=re.compile(pattern): c.sub("", s), text.values)
        yield Expr(f"re.sub(r'{pattern}', '', {text.code})", text.cost + price, values)
    for mark in marks:
        for new in dict.fromkeys(("", *fresh)):
            template = f"{{}}.replace({_braced(mark)}, {_braced(new)})"
            price = 3.0 + 1.2 * len(mark) + 1.2 * len(new)
            yield derived(template, price, lambda s, a=mark, b=new: s.replace(a, b), text)
    values = lifted(lambda s: re.sub(r"\s+", " ", s).strip(), text.values)
    yield Expr(f"' '.join({text.operand}.split())", text.cost + 4.5, values)


def shaped(sources: Sequence[Expr]) -> Iterator[Expr]:
    """Every shape of the sources."""
    for source in sources:
        for template, price, function in SHAPES:
            code = template.format(source.operand if template.startswith("{}") else source.code)
            yield Expr(code, source.cost + price, lifted(function, source.values))


def shifted(texts: Sequence[Expr], wanted: Sequence[str]) -> Iterator[Expr]:
    """Numbers in a text with a constant added, where the constant follows from the first example."""
    first_numbers = [int(number) for number in re.findall(r"\d{1,9}", wanted[0])]
    for text in texts:
        first = text.values[0]
        if not isinstance(first, str) or not first.isascii() or not first.isdigit() or len(first) > 9:
            continue
        for number in first_numbers:
            delta = number - int(first)
            if delta and abs(delta) <= 1000:
                template = f"str(int({{}}) {'+' if delta > 0 else '-'} {abs(delta)})"
                price = 6.0 + 2 * abs(delta).bit_length()
                yield derived(template, price, lambda s, d=delta: str(int(s) + d), text)


def _splitter(mark: str) -> Callable[[str], list[str]]:
    return lambda text: text.split(mark)


def _braced(text: str) -> str:
    return repr(text).replace("{", "{{").replace("}", "}}")
