"""Weighted bottom-up enumeration: the levels of a bank, cheapest programs first, by observational equivalence."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from math import prod
from typing import Any

from aurora.engines.synthesis.bank import Bank, Entry
from aurora.engines.synthesis.binders import BINDERS, Binder
from aurora.engines.synthesis.effort import BREATH, PROGRAM
from aurora.engines.synthesis.lambdas import Lambdas
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import Binding, Type, depth, is_vacant, match

_MOST_TYPES = 8  # tried for an argument of an operator that takes nearly everything


class Space:
    """Programs over some leaves at some points, made level by level; a level holds all programs of one cost.

    See Alur et al., "Search-based program synthesis" (2018), and Probe (Barke et al., 2020) for costs as weights.
    """

    def __init__(
        self,
        leaves: Sequence[Entry],
        operators: Sequence[Operator],
        *,
        binders: Sequence[Binder] = BINDERS,
        bank: Bank | None = None,
        depth: int = 0,
        children: int = 60,
        mask: int = 1,
    ) -> None:
        self.bank = bank or Bank()
        self.operators, self.binders = operators, binders
        self.depth = depth
        self.mask = mask
        self.filled = 0
        self._types: list[Type] = []
        self._forms: dict[tuple[Type, ...], list[tuple[Type, ...]]] = {}
        self._met: dict[tuple[Type, ...], int] = {}
        self._by_cost: dict[int, list[Operator]] = {}
        for operator in operators:
            self._by_cost.setdefault(operator.cost, []).append(operator)
        self._deepest: int | None = None
        self.leaves = sorted(leaves, key=lambda entry: entry.cost)
        self._points = len(self.leaves[0].values) if self.leaves else 0
        self._most = max(1, BREATH // (self._points + PROGRAM))
        self.lambdas = Lambdas(self, children) if depth < 2 else None

    @property
    def constants(self) -> list[Entry]:
        """The leaves that read no variable."""
        return [entry for entry in self.leaves if not entry.flags]

    def fill(self, upto: int) -> Iterator[None]:
        """Fill the levels up to this cost; yields as a breath."""
        while self.filled < upto and not self.bank.full:
            level = self.filled + 1
            yield from self._level(level)
            self.filled = level

    def _level(self, level: int) -> Iterator[None]:
        for entry in self.leaves:
            if entry.cost == level:
                self.bank.add(entry)
        self._types += [t for t in self.bank.by_type if t not in self._types and self._wanted(t)]
        meter = self.bank.meter
        mark = meter.steps
        for operator, pools in self._choices(level):
            for portion in portions(pools, self._most):
                self._apply(operator, portion, level)
                meter.programs(prod(map(len, portion)), self._points)
                if meter.steps - mark > BREATH:
                    yield
                    mark = meter.steps
        if self.lambdas:
            yield from self.lambdas.level(level)

    def _choices(self, level: int) -> Iterator[tuple[Operator, list[list[Entry]]]]:
        """Every operator with pools of arguments whose costs and its own add up to the level."""
        for operator, types in self._all_forms(level):
            for costs in splits(level - operator.cost, len(types)):
                pools = [self.bank.of(found, cost) for found, cost in zip(types, costs, strict=True)]
                if self.bank.full:
                    return
                if all(pools):
                    yield operator, pools

    def _wanted(self, found: Type) -> bool:
        if self._deepest is None:
            self._deepest = max([1, *(depth(entry.type) for entry in self.leaves)]) + 1
        return depth(found) <= self._deepest and not is_vacant(found)

    def _all_forms(self, level: int) -> Iterator[tuple[Operator, tuple[Type, ...]]]:
        for cost in sorted(self._by_cost):
            if cost < level:
                for operator in self._by_cost[cost]:
                    for types in self._forms_of(operator.patterns):
                        yield operator, types

    def _forms_of(self, patterns: tuple[Type, ...]) -> list[tuple[Type, ...]]:
        """The types of arguments that fit these patterns, for all types that the bank has so far."""
        forms, met = self._forms.setdefault(patterns, []), self._met.get(patterns, 0)
        if met < len(self._types):
            self._met[patterns] = len(self._types)
            known, fresh = self._types[:met], self._types[met:]
            for place in range(len(patterns)):
                pools = [known if i < place else fresh if i == place else self._types for i in range(len(patterns))]
                fits = [[t for t in pool if fitting(p, t)] for p, pool in zip(patterns, pools, strict=True)]
                if len(patterns) > 2 or "any" in patterns:
                    fits = [pool[:_MOST_TYPES] for pool in fits]
                forms += [types for types in product(*fits) if len(types) == 1 or unify(patterns, types)]
        return forms

    def _apply(self, operator: Operator, pools: list[list[Entry]], cost: int) -> None:
        if len(pools) == 1:
            self._apply_one(operator, pools[0], cost)
        elif len(pools) == 2:
            self._apply_two(operator, pools[0], pools[1], cost)
        else:
            self._apply_many(operator, pools, cost)

    def _apply_one(self, operator: Operator, pool: list[Entry], cost: int) -> None:
        run, offer, mask = operator.run, self.bank.offer, self.mask
        for entry in pool:
            if entry.flags & mask:
                try:
                    values = list(map(run, entry.values))
                except Exception:  # noqa: BLE001 - a program that raises on an example is not wanted
                    continue
                offer(operator, values, (entry,), cost, entry.flags)

    def _apply_two(self, operator: Operator, lefts: list[Entry], rights: list[Entry], cost: int) -> None:
        run, offer, commutes, mask = operator.run, self.bank.offer, operator.commutes, self.mask
        for left in lefts:
            values, number = left.values, left.number
            for right in rights:
                flags = left.flags | right.flags
                if not flags & mask or (commutes and number > right.number):
                    continue
                try:
                    made = list(map(run, values, right.values))
                except Exception:  # noqa: BLE001 - a program that raises on an example is not wanted
                    continue
                offer(operator, made, (left, right), cost, flags)

    def _apply_many(self, operator: Operator, pools: list[list[Entry]], cost: int) -> None:
        run: Any = operator.run
        for chosen in product(*pools):
            flags = 0
            for entry in chosen:
                flags |= entry.flags
            if not flags & self.mask:
                continue
            try:
                values = list(map(run, *(entry.values for entry in chosen)))
            except Exception:  # noqa: BLE001 - a program that raises on an example is not wanted
                continue
            self.bank.offer(operator, values, chosen, cost, flags)


def portions(pools: list[list[Entry]], most: int) -> Iterator[list[list[Entry]]]:
    """The pools in parts that have at most so many combinations each."""
    if prod(map(len, pools)) <= most:
        yield pools
        return
    place = max(range(len(pools)), key=lambda number: len(pools[number]))
    pool = pools[place]
    for part in (pool[: len(pool) // 2], pool[len(pool) // 2 :]):
        yield from portions([*pools[:place], part, *pools[place + 1 :]], most)


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to write `total` as `parts` ordered numbers of at least 1."""
    if parts == 1:
        if total >= 1:
            yield (total,)
        return
    for first in range(1, total - parts + 2):
        for rest in splits(total - first, parts - 1):
            yield (first, *rest)


@cache
def fitting(pattern: Type, found: Type) -> bool:
    """Whether a type fits a pattern by itself."""
    return match(pattern, found, {})


@cache
def unify(patterns: tuple[Type, ...], types: tuple[Type, ...]) -> bool:
    """Whether types fit patterns together."""
    binding: Binding = {}
    return all(match(pattern, found, binding) for pattern, found in zip(patterns, types, strict=True))
