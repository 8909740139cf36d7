"""Learning a text program: fill the bank of pieces, join them, loop over tokens, and divide where one is not enough."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aurora.modules.autonomy.text import loops, pieces
from aurora.modules.autonomy.text.concatenation import Concatenation, Piece, fitting, joined
from aurora.modules.autonomy.text.conditions import Tree, separating
from aurora.modules.autonomy.text.enumeration import enumerated
from aurora.modules.autonomy.text.expressions import Bank, Breath, Expr, Kind, constant
from aurora.modules.autonomy.text.tokens import delimiters, marks_of, words_of

BASES = 260  # of the cheapest pieces, how many are shaped further
BREATH = 150  # expressions between two breaths
POOL = 12_000
PROGRAMS = 4
STATES = 2000


@dataclass(slots=True)
class Learner:
    """One learning problem: named inputs with their values on every example, and the wanted values."""

    names: Sequence[str]
    columns: Sequence[Sequence[Any]]
    wanted: Sequence[Any]
    loops: bool = True
    _bank: Bank = field(default_factory=Bank)
    _pieces: list[Piece] = field(default_factory=list)

    def programs(self) -> Iterator[Expr | None]:
        """Expressions over the names that are worth the wanted values on every example, roughly cheapest first, with
        None as a breath."""
        if all(isinstance(value, str) for value in self.wanted):
            yield from self._text_programs()
        yield from self._enumerated_programs()

    def _inputs(self, kind: type) -> list[Expr]:
        found = []
        for name, column in zip(self.names, self.columns, strict=True):
            if all(type(value) is kind for value in column):
                found.append(Expr(name, 1.0, tuple(column)))
        return found

    def _text_programs(self) -> Iterator[Expr | None]:
        yield from self._gather()
        self._pieces = fitting(self._bank.of("str"), self.wanted)
        yield None
        everything = frozenset(range(len(self.wanted)))
        yield from self._sums(everything, PROGRAMS)
        if self.loops:
            yield from self._mapped()
        yield from self._conditional(everything)

    def _conditional(self, everything: frozenset[int]) -> Iterator[Expr | None]:
        tree = Tree(self._tests(), self._best_sum)
        for depth in (1, 2):
            program = yield from tree.grow(everything, depth)
            yield program if program is not None and " if " in program.code else None
            if program is not None:
                return

    def _tests(self) -> list[Expr]:
        """Conditions; words that outputs have and their inputs lack are the likely ones to be asked for."""
        given = [" ".join(str(value) for value in row) for row in zip(*self.columns, strict=True)]
        made = zip(self.wanted, given, strict=True)
        added = {word for text, source in made for word in words_of([str(text)]) if word not in source}
        return separating(self._inputs(str), self._inputs(int), self._inputs(bool), added)

    def _best_sum(self, group: frozenset[int]) -> Expr | None:
        return next((program for program in self._sums(group, 1) if program is not None), None)

    def _sums(self, group: frozenset[int], limit: int) -> Iterator[Expr | None]:
        search = Concatenation(self._pieces, self.wanted, sorted(group))
        yield None
        states = STATES if len(group) == len(self.wanted) else STATES // 4
        for path in search.programs(limit, states):
            yield None if path is None else joined(path)

    def _gather(self) -> Breath:
        numbers, texts = self._inputs(int), self._inputs(str)
        wanted = [str(text) for text in self.wanted]
        for text in texts:
            self._bank.offer("str", text)
            yield from self._gather_from(text, numbers, wanted)
        for number in numbers:
            self._bank.offer("str", Expr(f"str({number.code})", number.cost + 1.5, tuple(map(str, number.values))))
        for listed in self._inputs(list):
            if all(isinstance(item, str) for items in listed.values for item in items):
                yield from self._loops_over([listed], wanted)
        yield from self._offer_all(pieces.shaped(self._bank.of("str")[:BASES]))
        yield from self._offer_all(pieces.shifted(self._bank.of("str")[:BASES], wanted))

    def _gather_from(self, text: Expr, numbers: Sequence[Expr], wanted: Sequence[str]) -> Breath:
        marks = delimiters(text.values)
        yield from self._offer_all(pieces.tokens(text, marks))
        yield from self._offer_all(self._indexed(text, numbers, marks))
        yield from self._offer_all(pieces.cleaned(text, marks, marks_of(wanted)[:6]))
        places = pieces.positions(text, marks, numbers)
        yield None
        yield from self._offer_all(pieces.substrings(text, places, wanted))
        for inner in [e for e in self._bank.of("str") if e.code.startswith(f"{text.code}.") and e.cost < 7][:8]:
            yield from self._offer_all(pieces.tokens(inner, marks))
        if self.loops:
            characters = Expr(text.code, text.cost + 1.5, tuple(list(value) for value in text.values))
            yield from self._loops_over([*pieces.splits(text, marks), characters], wanted)

    def _offer_all(self, exprs: Iterable[Expr | None]) -> Breath:
        for count, expr in enumerate(exprs, start=1):
            if expr is not None:
                self._bank.offer("str", expr)
            if expr is None or count % BREATH == 0:
                yield None

    def _indexed(self, text: Expr, numbers: Sequence[Expr], marks: Sequence[str]) -> Iterator[Expr]:
        for number in numbers:
            for parts in (*pieces.splits(text, marks), text):
                yield pieces.derived("{}[{}]", 1.5, lambda s, n: s[n], parts, number)
                yield pieces.derived("{}[{} - 1]", 2.5, lambda s, n: s[n - 1], parts, number)
            yield pieces.derived("{} * {}", 2.5, lambda s, n: s * min(n, 99), text, number, tight=False)
            yield pieces.derived("{}.zfill({})", 3.0, lambda s, n: s.zfill(min(n, 99)), text, number)

    def _loops_over(self, parts: Sequence[Expr], wanted: Sequence[str]) -> Breath:
        glues = ("", *dict.fromkeys((" ", *marks_of(wanted)[:5])))
        for count, listed in enumerate(loops.lists(parts, wanted)):
            for expr in loops.joins([listed], glues):
                if fitting([expr], wanted):
                    self._bank.offer("str", expr)
            if count % 3 == 2:
                yield None

    def _mapped(self) -> Iterator[Expr | None]:
        wanted = [str(text) for text in self.wanted]
        glues = (*marks_of(wanted)[:4], "")
        for text in self._inputs(str):
            for parts in pieces.splits(text, delimiters(text.values)):
                for glue in glues:
                    found = loops.pairs(parts, wanted, glue)
                    if found is None:
                        continue
                    inner = Learner(("w",), ([a for a, _ in found],), [b for _, b in found], loops=False)
                    yield from self._joined_map(inner, parts, glue)

    def _joined_map(self, inner: "Learner", parts: Expr, glue: str) -> Iterator[Expr | None]:
        for function in inner._text_programs():
            if function is not None:
                yield loops.mapped(parts, function, glue, len(self.wanted))
                return
            yield None

    def _enumerated_programs(self) -> Iterator[Expr | None]:
        kind = _kind_of(self.wanted)
        if kind is None:
            return
        bank = Bank()
        target, seen = tuple(self.wanted), ""
        for _ in enumerated(bank, self._leaves(), POOL):
            program = bank.find(kind, target)
            if program is not None and program.code != seen:
                seen = program.code
                yield program
            yield None
        yield bank.find(kind, target)
        if kind != "str":
            yield from self._divided(bank, kind)

    def _divided(self, bank: Bank, kind: Kind) -> Iterator[Expr | None]:
        leaves = bank.of(kind)[:4000]

        def solve(group: frozenset[int]) -> Expr | None:
            return next((e for e in leaves if all(e.values[i] == self.wanted[i] for i in group)), None)

        everything = frozenset(range(len(self.wanted)))
        program = yield from Tree(self._tests(), solve).grow(everything, 2)
        yield program

    def _leaves(self) -> list[tuple[Kind, Expr]]:
        size = len(self.wanted)
        texts = self._inputs(str)
        found: list[tuple[Kind, Expr]] = [("str", text) for text in texts]
        found += [("int", number) for number in self._inputs(int)]
        found += [("list", listed) for listed in self._inputs(list)]
        found += [("int", constant(number, size)) for number in (0, 1, 2, 3)]
        found += [("bool", constant(value, size)) for value in (True, False)]
        given = [value for text in texts for value in text.values]
        made = [value for value in self.wanted if isinstance(value, str)]
        words = dict.fromkeys((*delimiters(given), *words_of(given)[:6], *marks_of(made)[:4]))
        found += [("str", constant(word, size)) for word in words]
        found += [("bool", truth) for truth in self._inputs(bool)]
        return found


def _kind_of(values: Sequence[Any]) -> Kind | None:
    kinds: dict[type, Kind] = {str: "str", int: "int", bool: "bool", list: "list"}
    found = {type(value) for value in values}
    return kinds.get(found.pop()) if len(found) == 1 else None
