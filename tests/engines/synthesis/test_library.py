import typing
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from aurora.contracts.component import COMPONENT, Char, Matrix, N, Nat, Sorted, T
from aurora.engines.synthesis.library import (
    Library,
    as_operator,
    domain_of,
    explodes,
    load,
    pattern_of,
    price,
    source_of,
    with_short_ranges,
)
from aurora.registry.declare import Example, Part


def component(run: Any, *examples: tuple[tuple[Any, ...], Any]) -> Part[Any, Any, Any]:
    return COMPONENT.part(examples=[Example(given, answer) for given, answer in examples])(run)


def test_a_package_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ModuleNotFoundError):
        load(("aurora.units.knowledge.no_such_pack",))


def test_parts_can_be_left_out_alone_and_by_pack() -> None:
    packs = ("aurora.units.knowledge.strings",)
    name = "units.knowledge.strings.is_palindrome"
    assert name in load(packs).operators
    without = load(packs, without=(name,))
    assert name not in without.operators
    assert without.operators
    assert load(packs, without=("units.knowledge.strings",)).operators == {}


def test_a_library_loads_without_complaint(library: Library) -> None:
    assert library.notes == ()
    assert {part.id for part in library.components} == set(library.operators)
    assert len(library.parts) > len(library.components) > 0


def test_a_component_is_an_operator_called_by_its_name(library: Library) -> None:
    clamp = library.operators["units.knowledge.arithmetic.clamp"]
    assert clamp.run(15, 0, 10) == 10
    assert clamp.template == "clamp({0}, {1}, {2})"
    assert clamp.component == "units.knowledge.arithmetic.clamp"
    assert clamp.patterns == ("N", "N", "N")


@pytest.mark.parametrize(
    ("hint", "pattern"),
    [
        (int, "int"),
        (float, "num"),
        (type(None), "none"),
        (T, "T"),
        (N, "N"),
        (Nat, "int"),
        (Char, "str"),
        (list[int], ("list", "int")),
        (list, ("list", "any")),
        (Sorted[int], ("list", "int")),
        (Matrix[int], ("list", ("list", "int"))),
        (set[str], ("set", "str")),
        (frozenset[str], ("set", "str")),
        (tuple[int, str], ("list", "any")),
        (dict[str, list[int]], ("dict", "str", ("list", "int"))),
        (Sequence[int], ("iter", "int")),
        (Iterable[Any], ("iter", "any")),
        (int | str, "any"),
        (Any, "any"),
        (object, "any"),
    ],
)
def test_an_annotation_asks_for_a_pattern(hint: Any, pattern: Any) -> None:
    assert pattern_of(hint) == pattern


def test_a_semantic_type_is_the_domain() -> None:
    assert [domain_of(hint) for hint in (Nat, Char, int)] == ["nat", "char", ""]


def test_what_the_words_speak_for_is_cheaper() -> None:
    prices = [price(relevance / 10) for relevance in range(11)]
    assert prices == sorted(prices, reverse=True)
    assert prices[0] > prices[-1] >= 1


def test_components_are_priced_by_their_relevance(library: Library) -> None:
    name = "units.knowledge.strings.is_palindrome"
    priced = {one.component: one for one in library.priced({name: 1.0})}
    assert priced[name].cost < priced["units.knowledge.strings.is_anagram"].cost
    assert priced[name].run("abba") is True


def test_a_component_whose_answers_explode_is_run_on_small_values_only() -> None:
    def powerset(xs: list[int]) -> list[list[int]]:
        found: list[list[int]] = [[]]
        for x in xs:
            found += [[*one, x] for one in found]
        return found

    explosive = component(powerset, (([1, 2, 3],), powerset([1, 2, 3])))
    assert explodes(explosive)
    guarded = as_operator(explosive)
    assert guarded.run([1, 2]) == [[], [1], [2], [1, 2]]
    with pytest.raises(OverflowError):
        guarded.run(list(range(25)))


def test_a_component_whose_answers_grow_with_its_arguments_is_not_guarded() -> None:
    def doubled(xs: list[int]) -> list[int]:
        return [2 * x for x in xs]

    calm = component(doubled, (([1, 2, 3],), [2, 4, 6]))
    assert not explodes(calm)
    assert as_operator(calm).run(list(range(50)))[-1] == 98


def test_a_library_that_is_only_looked_up_runs_no_component(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> None:
        pytest.fail("a component was run")

    monkeypatch.setattr("aurora.engines.synthesis.library.bounded", run)
    seen = load([f"aurora.units.knowledge.{pack}" for pack in ("arithmetic", "integers", "strings")], tried=False)
    assert {name: one.answer for name, one in seen.operators.items()} == {
        name: one.answer for name, one in library.operators.items()
    }
    with pytest.raises(OverflowError):
        next(iter(seen.operators.values())).run(list(range(10_000)))


def test_a_component_without_examples_is_taken_to_be_calm() -> None:
    def one(x: int) -> int:
        return x

    assert not explodes(component(one))


def test_the_source_of_a_component_has_no_decorator(library: Library) -> None:
    part = next(one for one in library.components if one.name == "clamp")
    assert source_of(part).startswith("def clamp(")


def test_hints_are_read_with_their_meaning() -> None:
    def first(chars: list[Char], place: Nat) -> Char:
        return chars[place]

    assert typing.get_type_hints(first)["place"] is int
    assert as_operator(component(first)).domain == ("", "nat")


def test_a_range_that_no_timer_could_end_is_refused() -> None:
    def below(n: int) -> list[int]:
        return list(range(n))

    short = with_short_ranges(below)
    assert short(3) == [0, 1, 2]
    with pytest.raises(OverflowError):
        short(10**12)
    assert below(4) == [0, 1, 2, 3]
