"""Closed forms: polynomials by linear algebra over fractions, linear recurrences by Berlekamp and Massey."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations
from math import lcm
from typing import cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.sketches.results import Results, Written, price
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.fit_formula"
_DEGREE, _TERMS = 4, 3  # highest power of one variable, and terms of a form in several
_SPARE = 1  # examples that must agree besides those that determine the coefficients
_WORDS = "number nth formula figure points sum total area many"
_LARGEST = 10**7  # of a numerator or denominator of a coefficient

# A product of powers: the exponent of each variable.
Term = tuple[int, ...]


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Polynomials with few terms first, then recurrences."""
    owner = cast("Bench", bench)
    rows, outputs = problem.inputs, problem.outputs
    if len(set(map(str, rows))) < 3 or not all(type(value) is int for row in rows for value in (*row, 0)):
        return
    if not all(type(output) is int for output in outputs):
        return
    work = owner.work(problem)
    yield from work.space.fill(1)
    entries = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    results = Results(work)
    for _ in _polynomials(work, entries, results):
        yield None
    if len(problem.parameters) == 1:
        _recurrence(work, entries[0], results)
    results.release(float("inf"))
    yield from owner.harvest(problem, _STRATEGY)


def _polynomials(work: Work, entries: Sequence[Entry], results: Results) -> Iterator[None]:
    rows = [tuple(map(Fraction, row)) for row in work.problem.inputs]
    wanted = list(map(Fraction, work.problem.outputs))
    for terms in forms(len(work.problem.parameters)):
        if len(set(rows)) < len(terms) + _SPARE:
            continue
        coefficients = fitted(rows, wanted, terms)
        yield
        if coefficients is not None and any(map(any, terms)):
            cost = price(work, 2, _WORDS) + 3 * len(terms) + max(map(sum, terms))
            write = partial(_written, work.problem.parameters, terms, coefficients)
            results.offer(work.problem.outputs, cost, tuple(entries), _WORDS, write)
            return


def forms(variables: int) -> Iterator[tuple[Term, ...]]:
    """The forms that are tried, those with the fewest terms first."""
    if variables == 1:
        for degree in range(1, _DEGREE + 1):
            yield tuple((power,) for power in range(degree, -1, -1))
        return
    monomials = [term for term in _monomials(variables, 2) if any(term)]
    constant = (0,) * variables
    for size in range(1, _TERMS + 1):
        for chosen in combinations(monomials, size):
            yield (*chosen, constant)


def _monomials(variables: int, degree: int) -> list[Term]:
    found: list[Term] = [()]
    for _ in range(variables):
        found = [(*term, power) for term in found for power in range(degree + 1) if sum(term) + power <= degree]
    return sorted(found, key=sum)


def fitted(
    rows: Sequence[Sequence[Fraction]], wanted: Sequence[Fraction], terms: Sequence[Term]
) -> list[Fraction] | None:
    """The coefficients with which a form gives all wanted values; None when there are none, or more than one choice.

    Gauss and Jordan over fractions.
    """
    system = [[_power(row, term) for term in terms] + [value] for row, value in zip(rows, wanted, strict=True)]
    width = len(terms)
    for column in range(width):
        pivot = next((line for line in range(column, len(system)) if system[line][column]), None)
        if pivot is None:
            return None
        system[column], system[pivot] = system[pivot], system[column]
        head = system[column][column]
        system[column] = [value / head for value in system[column]]
        for line in range(len(system)):
            factor = system[line][column]
            if line != column and factor:
                system[line] = [one - factor * other for one, other in zip(system[line], system[column], strict=True)]
    if any(line[width] for line in system[width:]):
        return None
    found = [line[width] for line in system[:width]]
    small = all(max(abs(value.numerator), value.denominator) < _LARGEST for value in found)
    return found if small and any(found) else None


def _power(row: Sequence[Fraction], term: Term) -> Fraction:
    made = Fraction(1)
    for value, power in zip(row, term, strict=True):
        made *= value**power
    return made


def _written(names: Sequence[str], terms: Sequence[Term], coefficients: Sequence[Fraction]) -> Written:
    below = lcm(*(value.denominator for value in coefficients))
    text = ""
    for term, value in zip(terms, coefficients, strict=True):
        number = int(value * below)
        if number:
            sign = ("-" if number < 0 else "") if not text else (" - " if number < 0 else " + ")
            text += sign + _product(abs(number), names, term)
    return "", f"({text}) // {below}" if below > 1 else f"({text})"


def _product(number: int, names: Sequence[str], term: Term) -> str:
    factors = [name if power == 1 else f"{name}**{power}" for name, power in zip(names, term, strict=True) if power]
    return " * ".join([*([str(number)] if number > 1 or not factors else []), *factors])


def _recurrence(work: Work, entry: Entry, results: Results) -> None:
    """A linear recurrence over the outputs at consecutive arguments."""
    known = dict(zip(entry.values, work.problem.outputs, strict=True))
    start = min(known)
    run = [known[start]]
    while start + len(run) in known:
        run.append(known[start + len(run)])
    weights = shortest_recurrence(run)
    if not weights or len(run) < 2 * len(weights) + _SPARE or any(weight.denominator > 1 for weight in weights):
        return
    terms = [int(weight) for weight in weights]
    table = _continued(run[: len(terms)], terms, max(known) - start + 1)
    if all(table[argument - start] == value for argument, value in known.items()):
        cost = price(work, 4, _WORDS) + 3 * len(terms)
        write = partial(_written_recurrence, entry.text, start, run[: len(terms)], terms)
        results.offer(work.problem.outputs, cost, (entry,), f"{_WORDS} sequence series", write)


def shortest_recurrence(values: Sequence[int]) -> list[Fraction]:
    """The weights of the shortest linear recurrence, that of the value just before first (Massey 1969)."""
    best: list[Fraction] = []
    last: list[Fraction] = []
    place, error = -1, Fraction(1)
    for index, value in enumerate(values):
        told = sum((weight * values[index - 1 - i] for i, weight in enumerate(best)), Fraction(0))
        wrong = Fraction(value) - told
        if not wrong:
            continue
        if place < 0:
            place, error = index, wrong
            best = [Fraction(0)] * (index + 1)
            continue
        scale = wrong / error
        change = [Fraction(0)] * (index - place - 1) + [scale] + [-scale * weight for weight in last]
        former = list(best)
        best = [
            (best[i] if i < len(best) else Fraction(0)) + (change[i] if i < len(change) else Fraction(0))
            for i in range(max(len(best), len(change)))
        ]
        if index - len(former) > place - len(last):
            last, place, error = former, index, wrong
    return best


def _continued(first: Sequence[int], weights: Sequence[int], size: int) -> list[int]:
    table = list(first)
    while len(table) < size:
        table.append(sum(weight * table[-1 - i] for i, weight in enumerate(weights)))
    return table


def _written_recurrence(name: str, start: int, first: Sequence[int], weights: Sequence[int]) -> Written:
    parts = [
        f"{'' if abs(weight) == 1 else f'{abs(weight)} * '}values[-{place}]" for place, weight in enumerate(weights, 1)
    ]
    signs: list[Callable[[str], str]] = [("+ {}" if weight > 0 else "- {}").format for weight in weights]
    shown = [sign(part) for sign, part, weight in zip(signs, parts, weights, strict=True) if weight]
    text = " ".join(shown).removeprefix("+ ")
    text = f"-{text.removeprefix('- ')}" if text.startswith("- ") else text
    place = name if not start else f"{name} - {start}"
    loop = f"values = {list(first)}\nwhile len(values) <= {place}:\n    values.append({text})"
    return loop, f"values[{place}]"
