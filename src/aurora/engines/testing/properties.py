"""What may hold for every input of a function: laws that are tried, and strategies of Hypothesis that state them."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aurora.engines.testing.targets import Kind, Target

_FEWEST = 8  # inputs on which a law must have held


@dataclass(frozen=True, slots=True)
class Law:
    """A claim about calls with fresh arguments: an expression over the names of the parameters."""

    target: str
    name: str  # "is_idempotent"
    claim: str
    parameters: tuple[str, ...]


_UNARY: Mapping[str, str] = {
    "is_idempotent": "{f}({f}({a})) == {f}({a})",
    "undoes_itself": "{f}({f}({a})) == {a}",
    "keeps_every_item": "sorted({f}({a})) == sorted({a})",
    "keeps_the_length": "len({f}({a})) == len({a})",
    "answers_in_order": "{f}({a}) == sorted({f}({a}))",
    "adds_no_item": "set({f}({a})) <= set({a})",
    "answers_no_duplicate": "len(set({f}({a}))) == len({f}({a}))",
    "ignores_the_order": "{f}({a}[::-1]) == {f}({a})",
    "ignores_the_sign": "{f}(-{a}) == {f}({a})",
    "is_odd": "{f}(-{a}) == -{f}({a})",
    "is_never_negative": "{f}({a}) >= 0",
}
_BINARY: Mapping[str, str] = {
    "is_commutative": "{f}({a}, {b}) == {f}({b}, {a})",
    "is_associative": "{f}({f}({a}, {b}), {a}) == {f}({a}, {f}({b}, {a}))",
    "is_never_negative": "{f}({a}, {b}) >= 0",
}
_MANY: Mapping[str, str] = {
    "stays_between_its_arguments": "min({all}) <= {f}({all}) <= max({all})",
    "answers_one_of_its_arguments": "{f}({all}) in ({all})",
}


def laws(targets: Sequence[Target]) -> Iterator[Law]:
    """Every law that may be tried of the plain functions, those of pairs that may be inverses included."""
    plain = [each for each in targets if _plain(each)]
    for each in plain:
        names = tuple(parameter.name for parameter in each.parameters)
        forms = {1: _UNARY, 2: {**_BINARY, **_MANY}}.get(len(names), _MANY)
        fields = {"f": each.name, "all": ", ".join(names), **dict(zip("ab", names, strict=False))}
        for name, form in forms.items():
            yield Law(each.name, name, form.format(**fields), names)
    single = [each for each in plain if len(each.parameters) == 1]
    for first in single:
        for second in single:
            if first.name != second.name:
                (given,) = first.parameters
                claim = f"{second.name}({first.name}({given.name})) == {given.name}"
                yield Law(first.name, f"is_undone_by_{second.name}", claim, (given.name,))


def _plain(target: Target) -> bool:
    positional = all(not each.keyword and not each.default for each in target.parameters)
    usual = target.kind is Kind.FUNCTION and not target.coroutine and not target.generator
    return usual and positional and bool(target.parameters)


def holds(law: Law, rows: Sequence[Sequence[str]], space: dict[str, Any]) -> bool | None:
    """Whether the law held for all rows of argument texts on which the calls return; None when too few do."""
    count = 0
    code = compile(law.claim, "<law>", "eval")
    for row in rows:
        try:
            values = {name: eval(text, space) for name, text in zip(law.parameters, row, strict=True)}
            if not eval(code, {**space, **values}):
                return False
            count += 1
        except (TypeError, AttributeError):
            return None  # the law is not about such values
        except Exception:  # noqa: BLE001 - the function refuses this input
            continue
    return True if count >= _FEWEST else None


def strategy(texts: Sequence[str]) -> str:
    """A Hypothesis strategy for values like these; empty when they are not of one kind that can be drawn."""
    values = []
    for text in texts:
        try:
            values.append(ast.literal_eval(text))
        except (ValueError, SyntaxError):
            return ""
    return _of(values)


def _of(values: Sequence[Any]) -> str:
    kinds = {type(value) for value in values}
    if len(kinds) != 1:
        return ""
    (kind,) = kinds
    if kind is bool:
        return "st.booleans()"
    if kind is int:
        return f"st.integers({min(values)}, {max(values)})"
    if kind is float:
        return f"st.floats({min(values)!r}, {max(values)!r})"
    if kind is str:
        return f"st.text(max_size={max(12, *map(len, values))})"
    return _of_many(kind, values)


def _of_many(kind: type, values: Sequence[Any]) -> str:
    inner = [item for value in values for item in value] if kind in (list, set) else []
    if inner and (item := _of(inner)):
        return f"st.{kind.__name__}s({item}, max_size={max(8, *map(len, values))})"
    if kind is dict:
        keys, items = (
            _of([key for value in values for key in value]),
            _of([v for value in values for v in value.values()]),
        )
        return f"st.dictionaries({keys}, {items}, max_size=6)" if keys and items else ""
    return ""
