"""Examples put to the solver."""

import pytest

pytest.importorskip("cvc5")

from aurora.modules.autonomy.smt.python import expression
from aurora.modules.autonomy.smt.sygus import Poser


def test_contradictory_examples_have_no_solution_within_the_effort() -> None:
    poser = Poser(["s"], [str], str, bits=False)
    assert poser.solved([(("a",), "x"), (("a",), "y")], [""], 20_000) is None


def test_a_text_is_put_together() -> None:
    poser = Poser(["a", "b"], [str, str], str, bits=False)
    term = poser.solved([(("x", "y"), "yx"), (("no", "on"), "onno")], [], 200_000)
    assert expression(term) == "(b + a)"


def test_numbers_are_vectors_of_bits() -> None:
    poser = Poser(["n", "m"], [int, int], int, bits=True)
    term = poser.solved([((12, 10), 6), ((1, 1), 0), ((7, 8), 15), ((5, 1), 4)], [0, 1], 1_000_000)
    assert expression(term) == "(m ^ n)"
