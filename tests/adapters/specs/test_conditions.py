import pytest

from aurora.adapters.specs.conditions import read_conditions
from aurora.adapters.specs.source import Line
from aurora.model.errors import SpecError
from aurora.model.task import Condition


def read(words: str) -> Condition:
    (condition,) = read_conditions([Line("t.md", 1, f"- {words}")], ("xs", "k"), ("g", "f"), after=True)
    return condition


@pytest.mark.parametrize("words", ["ret = 3", "len(ret", "xs[0 <= ret", "ret <= limit", "count(xs)"])
def test_what_looks_like_code_and_is_none_is_refused(words: str) -> None:
    with pytest.raises(SpecError, match=r"^t\.md:1: "):
        read(words)


@pytest.mark.parametrize("words", ["the answer is sorted", "sorted", "ascending", "k is positive", "never empty"])
def test_plain_words_are_kept_and_not_checkable(words: str) -> None:
    assert read(words) == Condition(words)
    assert not read(words).checkable


@pytest.mark.parametrize(
    "words",
    [
        "0 <= ret <= len(xs)",
        "ret in xs",
        "not xs",
        "all(x in xs for x in ret)",
        "f(xs, k) == ret",
        "(lambda y: y > 1)(ret)",
        "ret == k - 1 + 2 * 3",
    ],
)
def test_expressions_over_parameters_ret_builtins_and_functions(words: str) -> None:
    assert read(words) == Condition(words, expression=words)


@pytest.mark.parametrize(
    ("words", "invariant", "over"),
    [
        ("commutative", "commutative", ("xs", "k")),
        ("associative in xs and k", "associative", ("xs", "k")),
        ("idempotent", "idempotent", ("xs",)),
        ("idempotent in `k`", "idempotent", ("k",)),
        ("monotonic in k", "monotonic", ("k",)),
        ("permutation of input", "permutation", ("xs",)),
        ("permutation of k", "permutation", ("k",)),
        ("length preserved", "length preserved", ("xs",)),
        ("inverse of g", "inverse of", ("g", "xs", "k")),
        ("inverse of g(xs, k).", "inverse of", ("g", "xs", "k")),
    ],
)
def test_invariants_by_name(words: str, invariant: str, over: tuple[str, ...]) -> None:
    condition = read(words)
    assert (condition.expression, condition.invariant, condition.over) == ("", invariant, over)


def test_an_empty_section_has_no_conditions() -> None:
    assert read_conditions([Line("t.md", 1, ""), Line("t.md", 2, "- ")], (), (), after=False) == ()
