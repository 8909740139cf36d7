"""The foundation packs K1 to K17: bad input is refused, properties hold on generated input, packs are complete."""

import ast
import types
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from aurora.contracts.pack import Pack
from aurora.registry.declare import AnyPart
from aurora.registry.discover import Registry, discover

ROOT = "aurora.units.knowledge"
PACKS = {
    "arithmetic": 1,
    "logic": 2,
    "integers": 3,
    "rounding": 4,
    "strings": 5,
    "formatting": 6,
    "lists": 7,
    "tuples": 8,
    "mappings": 9,
    "sets": 10,
    "iterators": 11,
    "pipelines": 12,
    "sorting": 13,
    "searching": 14,
    "aggregation": 15,
    "closures": 16,
    "recursion": 17,
}
PARTS = discover(*(f"{ROOT}.{pack}" for pack in PACKS)).parts
REFUSALS = (ValueError, IndexError, KeyError, ZeroDivisionError, OverflowError)

SMALL = st.integers(-9, 30)
NESTED: st.SearchStrategy[Any] = st.recursive(SMALL, lambda inner: st.lists(inner, max_size=3), max_leaves=5)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    int: SMALL,
    float: st.floats(-1000, 1000).map(lambda number: round(number, 3)),
    bool: st.booleans(),
    str: st.text("abcAB12 ,.-_()", max_size=8) | st.text(max_size=5),
    type(None): st.none(),
    Any: NESTED,
    object: NESTED,
}
LABELS: dict[str, Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]] = {
    "nat": lambda _: st.integers(0, 20),
    "positive": lambda _: st.integers(1, 20),
    "index": lambda _: st.integers(-2, 3),
    "bit": lambda _: st.integers(0, 1),
    "char": lambda _: st.sampled_from("abcA1 ,é"),
    "word": lambda _: st.text("abcABC", min_size=1, max_size=8),
    "digits": lambda _: st.text("0123456789", min_size=1, max_size=8),
    "sorted": lambda plain: plain.map(sorted),
    "nonempty": lambda plain: plain.filter(bool),
    "distinct": lambda plain: plain.map(lambda values: list(dict.fromkeys(values))),
}


def build(hint: Any) -> st.SearchStrategy[Any]:
    """Small values of an annotation; a type variable stands for int."""
    if get_origin(hint) is Annotated:
        plain, label = get_args(hint)
        return LABELS[label](build(plain))
    if isinstance(hint, TypeVar):
        return SMALL
    return SCALARS[hint] if hint in SCALARS else build_compound(get_origin(hint), get_args(hint))


def build_compound(kind: Any, inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if kind in (Union, types.UnionType):
        return st.one_of(*map(build, inner))
    if kind is Callable:
        return st.integers(0, 5).map(lambda salt: answer_with(inner[1], salt))
    if kind is tuple and inner[1:] == (...,):
        return st.tuples(*[build(inner[0])] * 3)
    if kind is tuple:
        return st.tuples(*map(build, inner))
    if kind is dict:
        return st.dictionaries(*map(build, inner), max_size=4)
    if kind is set:
        return st.sets(build(inner[0]), max_size=6)
    assert kind is list, kind
    return st.lists(build(inner[0]), max_size=6)


def answer_with(hint: Any, salt: int) -> Callable[..., Any]:
    """A pure function whose answers are of that type and depend on nothing but its arguments."""
    return lambda *args: derive(hint, zlib.crc32(repr((salt, args)).encode(errors="replace")))


def derive(hint: Any, seed: int) -> Any:
    if get_origin(hint) is Annotated:
        return derive(get_args(hint)[0], seed)
    if get_origin(hint) in (Union, types.UnionType):
        return derive(get_args(hint)[seed % len(get_args(hint))], seed // 7)
    if isinstance(hint, TypeVar) or hint in (int, float, Any, object):
        return seed % 7
    if get_origin(hint) is tuple:
        return tuple(derive(inner, seed + place) for place, inner in enumerate(get_args(hint)))
    if get_origin(hint) is list:
        return [derive(get_args(hint)[0], seed + place) for place in range(seed % 3)]
    return {bool: seed % 2 == 0, str: "abc"[: seed % 4], type(None): None}[hint]


def inputs_of(part: AnyPart) -> st.SearchStrategy[tuple[Any, ...]]:
    hints = get_type_hints(part.run, include_extras=True)
    return st.tuples(*(build(hint) for name, hint in hints.items() if name != "return"))


REFUSED: list[tuple[str, tuple[Any, ...], type[Exception]]] = [
    ("arithmetic.clamp", (1, 5, 0), ValueError),
    ("arithmetic.number_from_digits", ([1, 10],), ValueError),
    ("arithmetic.percent_change", (0.0, 1.0), ZeroDivisionError),
    ("arithmetic.split_evenly", (-1, 2), ValueError),
    ("logic.truth_table", (any, 11), ValueError),
    ("integers.divisors", (0,), ValueError),
    ("integers.modular_inverse", (2, 4), ValueError),
    ("integers.nth_prime", (0,), ValueError),
    ("integers.prime_factors", (-4,), ValueError),
    ("rounding.apportion", (3, [0, 0]), ValueError),
    ("rounding.fraction_from_text", ("a/b",), ValueError),
    ("rounding.repeating_decimal", (1, 0), ZeroDivisionError),
    ("strings.chunk_text", ("abc", 0), ValueError),
    ("strings.find_all_places", ("abc", ""), ValueError),
    ("strings.most_common_char", ("",), ValueError),
    ("strings.remove_char_at", ("", 0), IndexError),
    ("formatting.from_roman", ("ABC",), KeyError),
    ("formatting.number_in_words", (1_000_000,), ValueError),
    ("formatting.roman_numeral", (0,), ValueError),
    ("lists.chunk", ([1], 0), ValueError),
    ("lists.first_n", ([1], -1), ValueError),
    ("lists.nth_from_end", ([1, 2], 3), IndexError),
    ("lists.remove_at", ([1], 1), IndexError),
    ("tuples.head_tail", ([],), IndexError),
    ("tuples.replace_fields", ({"x": 1}, {"y": 2}), KeyError),
    ("mappings.nested_set", ({}, [], 1), ValueError),
    ("mappings.sort_by_key", ({1: 1, "a": 2},), TypeError),
    ("mappings.unflatten_keys", ({"a": 1, "a.b": 2}, "."), ValueError),
    ("sets.powerset", (list(range(17)),), ValueError),
    ("iterators.cycle_n", ([], 1), ValueError),
    ("iterators.first_numbers_where", (1, 2, lambda n: n < 0, 50), ValueError),
    ("pipelines.fixed_point", (lambda n: n + 1, 0, 9), ValueError),
    ("pipelines.reduce_first", ([], max), ValueError),
    ("pipelines.unfold", (1, lambda n: (n, n), 9), ValueError),
    ("sorting.counting_sort", ([1, -1],), ValueError),
    ("sorting.order_by_constraints", ([("a", "b"), ("b", "a")],), ValueError),
    ("searching.kth_smallest", ([1], 0), IndexError),
    ("searching.nearest", ([], 1), ValueError),
    ("searching.quickselect", ([1], 1), IndexError),
    ("aggregation.histogram", ([1], 0), ValueError),
    ("aggregation.mean_of", ([],), ZeroDivisionError),
    ("closures.bind_arguments", (["a", "b"], [1], {}), ValueError),
    ("closures.run_machine", ("on", ["push"], {}), KeyError),
    ("recursion.ackermann", (4, 1), ValueError),
    ("recursion.balanced_parentheses", (11,), ValueError),
    ("recursion.deep_get", ([1], [0, 0]), IndexError),
    ("recursion.iterate_until", (1, lambda n: n + 1, lambda n: n < 0, 9), ValueError),
]


@pytest.mark.parametrize(("name", "arguments", "error"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_bad_input_is_refused(name: str, arguments: tuple[Any, ...], error: type[Exception]) -> None:
    part = Registry(PARTS).get(f"units.knowledge.{name}")
    with pytest.raises(error):
        part.run(*arguments)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
def test_property_holds_on_generated_input(part: AnyPart) -> None:
    holds = part.facts["holds"]
    assert callable(holds)

    @settings(
        max_examples=3,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.filter_too_much],
    )
    @given(inputs_of(part))
    def check(arguments: tuple[Any, ...]) -> None:
        try:
            answer = part.run(*arguments)
        except REFUSALS:
            reject()
        assert holds(*arguments, answer) is True, (arguments, answer)

    check()


@pytest.mark.parametrize("pack", PACKS)
def test_pack_has_its_number_enough_parts_and_several_examples_each(pack: str) -> None:
    parts = [part for part in PARTS if part.id.startswith(f"units.knowledge.{pack}.")]
    assert import_module(f"{ROOT}.{pack}").PACK.number == PACKS[pack]
    assert len(parts) >= 10
    assert [part.id for part in parts if len(part.examples) < 2 or not part.facts["words"]] == []
    assert [part.id for part in parts if part.run.__name__ != part.name] == []


@pytest.mark.parametrize("pack", PACKS)
def test_probes_parse_and_hide_asserts_that_are_not_given(pack: str) -> None:
    declared: Pack = import_module(f"{ROOT}.{pack}").PACK
    assert len(declared.probes) >= 2
    for probe in declared.probes:
        (function,) = ast.parse(f"{probe.signature}: ...").body
        assert isinstance(function, ast.FunctionDef)
        for line in (*probe.asserts, *probe.hidden):
            (statement,) = ast.parse(line).body
            assert isinstance(statement, ast.Assert)
            assert ast.unparse(statement.test).startswith(f"{function.name}(")
        assert len(probe.asserts) >= 3
        assert len(probe.hidden) >= 3
        assert not set(probe.asserts) & set(probe.hidden)


def test_parts_have_names_of_their_own() -> None:
    names = [part.name for part in PARTS]
    assert sorted(names) == sorted(set(names))
