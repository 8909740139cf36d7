from aurora.modules.autonomy.text.conditions import Tree, separating
from aurora.modules.autonomy.text.expressions import Expr


def grown(tree: Tree, size: int, depth: int) -> Expr | None:
    search = tree.grow(frozenset(range(size)), depth)
    while True:
        try:
            next(search)
        except StopIteration as stop:
            found: Expr | None = stop.value
            return found


def test_a_test_that_is_the_same_on_all_examples_is_no_test() -> None:
    text = Expr("s", 1.0, ("a-b", "c-d"))
    assert not [test for test in separating([text], [], [], ()) if "'-' in s" in test.code]


def test_each_way_of_separating_is_there_once() -> None:
    text = Expr("s", 1.0, ("ab", "cd", "1x"))
    found = [test.values for test in separating([text], [], [], ())]
    assert len(found) == len({min(values, tuple(not v for v in values)) for values in found})


def test_a_truth_among_the_inputs_is_the_cheapest_test() -> None:
    text, truth = Expr("s", 1.0, ("ab", "cd", "ef")), Expr("loud", 1.0, (True, False, True))
    assert separating([text], [], [truth], ())[0].code == "loud"


def test_an_added_word_is_asked_for_before_others() -> None:
    text = Expr("s", 1.0, ("x USA", "y PA USA", "z PA", "z"))
    words = [test.code for test in separating([text], [], [], ("USA",)) if "USA" in test.code or "PA" in test.code]
    assert words[0] == "s.endswith('USA')"


def test_examples_are_divided_until_each_group_has_a_program() -> None:
    text = Expr("s", 1.0, ("ax", "bx", "cd", "ce"))
    upper, same = Expr("s.upper()", 3.0, ("AX", "BX", "CD", "CE")), text
    wanted = ("AX", "BX", "cd", "ce")

    def solve(group: frozenset[int]) -> Expr | None:
        return next((p for p in (same, upper) if all(p.values[i] == wanted[i] for i in group)), None)

    program = grown(Tree(separating([text], [], [], ()), solve), 4, 1)
    assert program is not None
    assert program.values == wanted
    assert program.code == "s.upper() if s.endswith('x') else s"


def test_a_literal_for_one_example_is_no_branch() -> None:
    text = Expr("s", 1.0, ("aa", "bb"))

    def solve(group: frozenset[int]) -> Expr | None:
        return Expr("'q'", 5.0, ("q", "q")) if len(group) == 1 else None

    assert grown(Tree(separating([text], [], [], ()), solve), 2, 2) is None
