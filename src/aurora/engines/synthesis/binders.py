"""Binders: the ways in which a program over an element becomes one over the list, and the names of its variables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import dropwhile, takewhile
from operator import itemgetter
from typing import Any

from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import Type, vector_type

_WHOLE, _INDEX, _PARTS = 1, 2, 4  # bits of a scope, shifted by three for each depth; bit 0 is the parameters
_NAMES = {"int": "number", "float": "number", "str": "word", "bool": "flag"}
_MOST_PARTS = 4
_TOTAL = "total"
_ORDERED = ("int", "float", "str", "bool")


@dataclass(frozen=True, slots=True)
class Scope:
    """The variables of one loop over a list: the element, its index, and the parts of tuples of one length."""

    depth: int
    whole: str
    index: str
    parts: int

    @classmethod
    def over(cls, source: Entry, depth: int) -> "Scope":
        """The scope of a loop over this list."""
        elements = [item for row in source.values for item in row]
        sizes = {len(item) if type(item) is tuple else 0 for item in elements}
        size = sizes.pop() if len(sizes) == 1 else 0
        suffix = "" if depth == 1 else str(depth)
        return cls(depth, _element_name(source, depth), f"index{suffix}", size if 2 <= size <= _MOST_PARTS else 0)

    @property
    def mask(self) -> int:
        """The bits of this scope's variables."""
        return (_WHOLE | _INDEX | _PARTS) << self._shift

    @property
    def _shift(self) -> int:
        return 1 + 3 * (self.depth - 1)

    def leaves(self, rows: Sequence[Sequence[Any]]) -> list[Entry]:
        """The variables with their values at all elements."""
        elements = [item for row in rows for item in row]
        indices = [index for row in rows for index in range(len(row))]
        whole = leaf(self.whole, elements, 2 if self.parts else 1, flags=_WHOLE << self._shift)
        found = [whole, leaf(self.index, indices, 2, flags=_INDEX << self._shift)]
        for place in range(self.parts):
            values = [item[place] for item in elements]
            part = Operator("part", ("any",), itemgetter(place), f"{{0:12}}[{place}]", cost=1)
            found.append(Entry(values, vector_type(values), 1, part, (whole,), flags=_PARTS << self._shift))
        return found

    def total(self, values: list[Any]) -> Entry:
        """What a scan has made so far, at all elements."""
        return leaf(_TOTAL, values, 1, flags=_WHOLE << self._shift)

    def uses(self, body: Entry) -> tuple[bool, bool]:
        """Whether a body reads the element, and whether it reads its index."""
        bits = body.flags >> self._shift
        return bool(bits & (_WHOLE | _PARTS)), bool(bits & _INDEX)


def _element_name(source: Entry, depth: int) -> str:
    name = source.text
    suffix = "" if depth == 1 else str(depth)
    if name.isidentifier() and name.endswith("s") and len(name) > 3 and not name.endswith("ss"):
        return f"{name[:-1]}{suffix}"
    element = source.type[1] if isinstance(source.type, tuple) else "char"
    if element == "char":
        return f"char{suffix}"
    return f"{_NAMES.get(element, 'item') if isinstance(element, str) else 'item'}{suffix}"


@dataclass(frozen=True, slots=True)
class Binder:
    """A higher-order operator: `run(row, made)` for a list and the values of the body at its elements.

    The template has holes 0 (list) and 1 (body) and the words ITEM (the element) and INDEX (its place).
    """

    cost: int
    template: str
    run: Callable[[list[Any], list[Any]], Any]
    body: str  # "any", "bool" or "ordered"
    key: bool = False  # the body is a function of the element alone
    constant: bool = False  # the body may read neither
    words: str = ""
    component: str = ""  # id of the part it was made from

    def takes(self, body: Entry, scope: Scope) -> bool:
        """Whether this body makes sense here."""
        element, index = scope.uses(body)
        if self.key and index:
            return False
        return (element or index or self.constant) and _fits(self.body, body.type)

    def operator(self, scope: Scope, body: Entry) -> Operator:
        """The operator that binds the variables which this body uses."""
        template = self.template
        if scope.uses(body)[1] and "INDEX" not in template:
            template = template.replace("for ITEM in {0}", "for INDEX, ITEM in enumerate({0})")
        text = template.replace("ITEM", scope.whole).replace("INDEX", scope.index)
        patterns = ("any", "any")
        return Operator(
            self.template, patterns, self.run, text, cost=self.cost, words=self.words, component=self.component
        )


def _fits(wanted: str, found: Type) -> bool:
    if wanted == "any":
        return True
    if wanted == "bool":
        return bool(found == "bool")
    return found in _ORDERED or (isinstance(found, tuple) and found[0] in ("tuple", "record", "list"))


def _first(row: list[Any], made: list[Any]) -> Any:
    return row[made.index(True)]


def _while(keep: bool) -> Callable[[list[Any], list[Any]], Any]:
    cut = takewhile if keep else dropwhile
    return lambda row, made: [item for item, _ in cut(lambda pair: pair[1], zip(row, made, strict=True))]


def _sorted(row: list[Any], made: list[Any], *, reverse: bool = False) -> list[Any]:
    order = sorted(range(len(row)), key=made.__getitem__, reverse=reverse)
    return [row[place] for place in order]


def _extreme(choose: Callable[..., Any]) -> Callable[[list[Any], list[Any]], Any]:
    return lambda row, made: row[choose(range(len(row)), key=made.__getitem__)]


def _kept(row: list[Any], made: list[Any]) -> list[Any]:
    return [item for item, wanted in zip(row, made, strict=True) if wanted]


def _of_made(run: Callable[[list[Any]], Any]) -> Callable[[list[Any], list[Any]], Any]:
    return lambda _row, made: run(made)


def _made(_row: list[Any], made: list[Any]) -> list[Any]:
    return made


BINDERS: tuple[Binder, ...] = (
    Binder(1, "[{1} for ITEM in {0}]", _made, "any", constant=True, words="each every map element"),
    Binder(1, "[ITEM for ITEM in {0} if {1:2}]", _kept, "bool", words="filter remove select keep only extract which"),
    Binder(1, "sum({1:2} for ITEM in {0})", _of_made(sum), "bool", words="count many"),
    Binder(1, "all({1:2} for ITEM in {0})", _of_made(all), "bool", words="all every each"),
    Binder(1, "any({1:2} for ITEM in {0})", _of_made(any), "bool", words="any some contain exist"),
    Binder(2, "next(ITEM for ITEM in {0} if {1:2})", _first, "bool", words="first find"),
    Binder(
        3,
        "[INDEX for INDEX, ITEM in enumerate({0}) if {1:2}]",
        lambda row, made: _kept([*range(len(row))], made),
        "bool",
        words="index indices position",
    ),
    Binder(4, "list(takewhile(lambda ITEM: {1:2}, {0}))", _while(keep=True), "bool", key=True),
    Binder(4, "list(dropwhile(lambda ITEM: {1:2}, {0}))", _while(keep=False), "bool", key=True),
    Binder(1, "sorted({0}, key=lambda ITEM: {1:1})", _sorted, "ordered", key=True, words="sort order by"),
    Binder(
        2,
        "sorted({0}, key=lambda ITEM: {1:1}, reverse=True)",
        partial(_sorted, reverse=True),
        "ordered",
        key=True,
        words="sort order descending by",
    ),
    Binder(
        1,
        "max({0}, key=lambda ITEM: {1:1})",
        _extreme(max),
        "ordered",
        key=True,
        words="maximum largest longest most highest",
    ),
    Binder(
        1,
        "min({0}, key=lambda ITEM: {1:1})",
        _extreme(min),
        "ordered",
        key=True,
        words="minimum smallest shortest least lowest",
    ),
    Binder(
        3,
        "{ITEM: {1:1} for ITEM in {0}}",
        lambda row, made: dict(zip(row, made, strict=True)),
        "any",
        words="dictionary map",
    ),
)
"""All higher-order operators."""

SCAN = Binder(
    2, f"list(accumulate({{0}}, lambda {_TOTAL}, ITEM: {{1:1}}))", _made, "any", key=True, words="running cumulative"
)
"""The scan of a list, whose body reads the total so far besides the element."""
