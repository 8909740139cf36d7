import os
import subprocess
import sys
from typing import Any

import pytest

from aurora.pycode.literals import type_key
from aurora.pycode.shapes import shape_of
from aurora.pycode.values import Arguments, boundaries, samples


def inside(examples: list[Arguments], annotations: tuple[str, ...] = (), seed: int = 0) -> list[Arguments]:
    return [sample.arguments for sample in samples(examples, annotations, seed=seed) if sample.inside]


def test_nothing_is_made_of_examples_of_different_lengths() -> None:
    assert samples([(1,), (1, 2)]) == []


def test_a_function_without_parameters_has_no_other_input() -> None:
    assert samples([()]) == []


def test_no_sample_repeats_an_example_or_another_sample() -> None:
    examples: list[Arguments] = [([1, 2],), ([],), ([5],)]
    keys = [type_key(sample.arguments) for sample in samples(examples)]
    assert len(keys) == len(set(keys)) == 40
    assert not {type_key(example) for example in examples} & set(keys)


def test_changing_a_sample_changes_neither_examples_nor_other_samples() -> None:
    examples: list[Arguments] = [([[1, 2], [3, 4]],), ([[5, 6]],)]
    made = samples(examples)
    before = [repr(sample) for sample in made[1:]]
    for row in made[0].arguments[0]:
        row.clear()
    made[0].arguments[0].clear()
    assert [repr(sample) for sample in made[1:]] == before
    assert examples == [([[1, 2], [3, 4]],), ([[5, 6]],)]


def test_the_same_seed_gives_the_same_samples_whatever_the_hash_seed() -> None:
    code = (
        "from aurora.pycode.values import samples\n"
        "print([sorted(s.arguments[0]) for s in samples([({'a', 'bc'}, 'x y'), ({'d'}, 'z')], seed=3)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert samples([(1,), (7,)], seed=1) == samples([(1,), (7,)], seed=1)
    assert samples([([1, 4],)], seed=1) != samples([([1, 4],)], seed=2)


def test_boundaries_come_first_and_reach_outside() -> None:
    made = samples([([3, 1],), ([2, 2, 5],)])
    assert ([],) in [sample.arguments for sample in made[:10]]
    assert not next(sample for sample in made if sample.arguments == ([],)).inside


@pytest.mark.parametrize(
    ("seen", "edges"),
    [
        ([3, 8], {0, 1, -1, 3, 8, 2, 9, 87}),
        (["ab"], {"", "b", "aaa", "AB", "ba", "ab ab", " ", "é"}),
        ([True], {False, True}),
        (["07:30", "12:05"], {"07:05", "12:30"}),
    ],
)
def test_boundary_values(seen: list[Any], edges: set[Any]) -> None:
    assert edges <= set(boundaries(shape_of(seen)))


@pytest.mark.parametrize(
    ("examples", "holds"),
    [
        ([([5, 6, 7], 2), ([8], 0), ([1, 2], 1)], lambda xs, i: 0 <= i < len(xs)),
        ([([5, 6, 7], 3), ([8], 1)], lambda xs, n: n == len(xs)),
        ([([5, 6, 7], 3), ([8, 8], 1)], lambda xs, n: 1 <= n <= len(xs)),
        ([([5, 6, 7], 6), ([8, 9], 9)], lambda xs, x: x in xs),
        ([("abc", "xyz"), ("q", "r")], lambda a, b: len(a) == len(b)),
        ([(1, 3), (-20, 30), (0, 0)], lambda a, b: a <= b),
        ([({"a": 1}, {"a": 2, "b": 3}), ({}, {"c": 1})], lambda a, b: set(a) <= set(b)),
    ],
)
def test_relations_between_arguments_are_kept(examples: list[Arguments], holds: Any) -> None:
    made = inside(examples)
    assert len(made) >= 10
    assert [arguments for arguments in made if not holds(*arguments)] == []


@pytest.mark.parametrize(
    ("examples", "holds"),
    [
        ([([1, 2, 2, 9],), ([3, 4, 5],), ([0, 5, 5],)], lambda xs: xs == sorted(xs)),
        ([([[1, 2], [3, 4]],), ([[5], [6]],)], lambda rows: len({len(row) for row in rows}) <= 1),
        ([("2024-02-29",), ("2023-01-01",)], lambda text: text[4] == text[7] == "-" and 1 <= int(text[5:7]) <= 12),
        ([("07:30",), ("12:05",)], lambda text: len(text) == 5 and 7 <= int(text[:2]) <= 12),
        ([(1,), (50,)], lambda n: n >= 1),
        ([(0.5,), (9.5,)], lambda x: isinstance(x, float) and x >= 0),
        ([("to be or not",), ("be it",)], lambda text: set(text.lower()) <= set("tobernit ")),
        ([({"a": [1]},), ({"b": [2, 3]},)], lambda d: all(isinstance(value, list) for value in d.values())),
        ([((1, "a"),), ((2, "b"),)], lambda pair: len(pair) == 2 and isinstance(pair[1], str)),
        ([(None,), (3,)], lambda x: x is None or isinstance(x, int)),
    ],
)
def test_the_shape_of_the_examples_is_kept(examples: list[Arguments], holds: Any) -> None:
    made = inside(examples)
    assert made
    assert [arguments for arguments in made if not holds(*arguments)] == []


def test_items_of_several_types_are_left_unsorted() -> None:
    examples: list[Arguments] = [([[1, "a"], [2, "b"], [3, 4], [5, 6]],), ([["a", 1], ["b", 2], ["c", 3], ["d", 4]],)]
    assert len(samples(examples)) == 40


def test_annotations_stand_in_for_missing_examples() -> None:
    made = samples([], ("list[str]", "bool"), count=20)
    assert len(made) == 20
    assert all(isinstance(xs, list) and isinstance(flag, bool) for xs, flag in (sample.arguments for sample in made))
