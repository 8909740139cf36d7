"""Conditions: tests on the inputs, and the cheapest tree of them whose leaves solve what they separate."""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aurora.modules.autonomy.text.expressions import FAILED, Expr, Values, lifted
from aurora.modules.autonomy.text.tokens import marks_of, words_of

BRANCH = 4.0
MAX_TESTS = 48

CHECKS: tuple[tuple[str, float, Callable[[str], bool]], ...] = (
    ("{}.isdigit()", 3.0, str.isdigit),
    ("{}.isalpha()", 3.0, str.isalpha),
    ("{}.isupper()", 3.0, str.isupper),
    ("{}.islower()", 3.0, str.islower),
    ("{}.istitle()", 4.0, str.istitle),
    ("{}[0].isdigit()", 4.0, lambda text: text[0].isdigit()),
    ("{}[0].isupper()", 4.0, lambda text: text[0].isupper()),
    ("{}[-1].isdigit()", 4.0, lambda text: text[-1].isdigit()),
    ("any(c.isdigit() for c in {})", 4.5, lambda text: any(c.isdigit() for c in text)),
    ("any(c.isupper() for c in {})", 4.5, lambda text: any(c.isupper() for c in text)),
    ("not {}", 3.0, lambda text: not text),
)


ALONE = 4.0  # price of a test for a word that one example has


def separating(
    texts: Sequence[Expr], numbers: Sequence[Expr], truths: Sequence[Expr], added: Collection[str]
) -> list[Expr]:
    """Boolean expressions over the inputs that are true on some examples and false on others, one for each way of
    separating them, cheapest first.

    Words in `added`, which some outputs have and their inputs lack, are asked for at a discount.
    """
    best: dict[Values, Expr] = {}
    for test in (*truths, *_text_tests(texts, added), *_number_tests(texts, numbers)):
        values = tuple(value is True for value in test.values)
        if FAILED in test.values or len(set(values)) < 2:
            continue
        twin = tuple(not value for value in values)
        old = best.get(values) or best.get(twin)
        if old is None or test.cost < old.cost:
            best.pop(twin, None)
            best[values] = Expr(test.code, test.cost, values, test.tight)
    return sorted(best.values(), key=lambda test: (test.cost, test.code))[:MAX_TESTS]


def _text_tests(texts: Sequence[Expr], added: Collection[str]) -> Iterator[Expr]:
    for text in texts:
        for template, price, check in CHECKS:
            code = template.format(text.operand)
            yield Expr(code, text.cost + price, lifted(check, text.values))
        values = [value for value in text.values if isinstance(value, str)]
        for rank, mark in enumerate((*marks_of(values)[:10], *words_of(values)[:40])):
            discount = 3.0 if mark in added else 0.0
            alone = ALONE if mark.isalnum() and sum(mark in value for value in values) == 1 else 0.0
            yield from _marked(text, mark, 4.0 + 0.3 * len(mark) + math.log2(1 + rank) - discount + alone)
        yield from _edges(text, values)


def _edges(text: Expr, values: Sequence[str]) -> Iterator[Expr]:
    """Tests for the first and the last letters that several of the texts share."""
    for width in (1, 2):
        for method, cut in (("endswith", slice(-width, None)), ("startswith", slice(width))):
            counts = Counter(value[cut] for value in values if len(value) >= width)
            for edge, count in counts.items():
                price = text.cost + 4.5 + width + (ALONE if count == 1 else 0.0)
                held = tuple(value[cut] == edge if isinstance(value, str) else FAILED for value in text.values)
                yield Expr(f"{text.operand}.{method}({edge!r})", price, held)


def _marked(text: Expr, mark: str, price: float) -> Iterator[Expr]:
    quoted = repr(mark)
    yield Expr(
        f"{quoted} in {text.code}", text.cost + price + 0.2, lifted(lambda s: mark in s, text.values), tight=False
    )
    for method, extra in (("endswith", 0.0), ("startswith", 0.3)):
        code = f"{text.operand}.{method}({quoted})"
        check = str.endswith if method == "endswith" else str.startswith
        yield Expr(code, text.cost + price + extra, lifted(lambda s, c=check: c(s, mark), text.values))
    if not mark.isalnum():
        for least in (2, 3):
            code = f"{text.operand}.count({quoted}) >= {least}"
            held = lifted(lambda s, n=least: s.count(mark) >= n, text.values)
            yield Expr(code, text.cost + price + 1.5 * least, held, tight=False)


def _number_tests(texts: Sequence[Expr], numbers: Sequence[Expr]) -> Iterator[Expr]:
    measured = [
        *numbers,
        *(Expr(f"len({t.code})", t.cost + 2.5, lifted(len, t.values)) for t in texts),
        *(Expr(f"len({t.operand}.split())", t.cost + 3.0, lifted(lambda s: len(s.split()), t.values)) for t in texts),
    ]
    for number in measured:
        found = sorted({value for value in number.values if isinstance(value, int)})
        for low, high in pairwise(found):
            for bound in {low, (low + high) // 2}:
                values = lifted(lambda n, b=bound: n > b, number.values)
                yield Expr(f"{number.code} > {bound}", number.cost + 4.0 + abs(bound).bit_length(), values, False)
    for index, left in enumerate(numbers):
        for right in numbers[index + 1 :]:
            for sign, compare in (("<", int.__lt__), ("<=", int.__le__), ("==", int.__eq__)):
                values = lifted(compare, left.values, right.values)
                yield Expr(f"{left.code} {sign} {right.code}", left.cost + right.cost + 2.5, values, False)


Search = Generator[None, None, Expr | None]
"""Work in slices (each None gives control back) that returns a program or None."""


@dataclass(slots=True)
class Tree:
    """Learns conditional programs: divide the examples by tests until each group has a program of its own."""

    tests: Sequence[Expr]
    solve: Callable[[frozenset[int]], Expr | None]  # the cheapest program without a condition on these examples
    _known: dict[tuple[frozenset[int], int], Expr | None] = field(default_factory=dict)

    def grow(self, group: frozenset[int], depth: int) -> Search:
        """Returns the cheapest program of at most `depth` nested conditions for the examples in the group."""
        key = (group, depth)
        if key not in self._known:
            best = self.solve(group)
            yield
            for test in self.tests if depth and len(group) > 1 else ():
                if best is not None and test.cost + BRANCH >= best.cost:
                    break
                candidate = yield from self._branches(test, group, depth)
                if candidate is not None and (best is None or candidate.cost < best.cost):
                    best = candidate
            self._known[key] = best
        return self._known[key]

    def _branches(self, test: Expr, group: frozenset[int], depth: int) -> Search:
        held = frozenset(i for i in group if test.values[i])
        if not held or held == group:
            return None
        sides: list[Expr] = []
        for side in (held, group - held):
            program = yield from self.grow(side, depth - 1)
            if program is None or (len(side) == 1 and _is_literal(program)):
                return None
            sides.append(program)
        first = sides[0].operand if " if " in sides[0].code else sides[0].code
        rows = zip(test.values, sides[0].values, sides[1].values, strict=True)
        values = tuple(one if held else other for held, one, other in rows)
        cost = sides[0].cost + sides[1].cost + test.cost + BRANCH
        return Expr(f"{first} if {test.code} else {sides[1].code}", cost, values, tight=False)


def _is_literal(program: Expr) -> bool:
    return re.fullmatch(r"'[^']*'|\"[^\"]*\"|-?\d+", program.code) is not None
