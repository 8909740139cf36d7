from aurora.modules.autonomy.text.expressions import FAILED, Expr
from aurora.modules.autonomy.text.loops import joins, lists, mapped, pairs

WORDS = Expr("s.split()", 3.0, (["ann", "lee"], ["bo"]))


def test_tokens_are_rearranged_filtered_and_shaped() -> None:
    found = {expr.code: expr.values for expr in lists([WORDS], ["lee ann A L", "bo B"])}
    assert found["reversed(s.split())"] == (["lee", "ann"], ["bo"])
    assert found["[w for w in s.split() if len(w) > 2]"] == (["ann", "lee"], [])
    assert found["[w[0].upper() for w in s.split()]"] == (["A", "L"], ["B"])


def test_lists_with_a_text_that_is_not_wanted_are_left_out() -> None:
    assert "[w[0].upper() for w in s.split()]" not in [expr.code for expr in lists([WORDS], ["ann lee", "bo"])]


def test_lists_that_fail_somewhere_are_left_out() -> None:
    assert list(lists([Expr("s.split()", 3.0, (FAILED, ["a"]))], ["a", "a"])) == []


def test_a_glue_stands_between_the_tokens_or_closes_each() -> None:
    initials = Expr("[w[0] for w in s.split()]", 6.0, (["a", "l"], ["b"]))
    found = {expr.code: expr.values for expr in joins([initials], ["."])}
    assert found == {
        "'.'.join(w[0] for w in s.split())": ("a.l", "b"),
        "''.join(w[0] + '.' for w in s.split())": ("a.l.", "b."),
    }


def test_one_token_cannot_become_two_things() -> None:
    assert pairs(WORDS, ["A x", "b"], " ") == [("ann", "A"), ("lee", "x"), ("bo", "b")]
    assert pairs(Expr("s", 1.0, (["a", "a"],)), ["x y"], " ") is None


def test_outputs_with_another_number_of_tokens_are_no_map() -> None:
    assert pairs(WORDS, ["A", "b"], " ") is None


def test_a_learned_function_is_mapped_over_the_tokens() -> None:
    assert mapped(WORDS, Expr("w + '!'", 3.0, ()), " ", 2).code == "' '.join(w + '!' for w in s.split())"
