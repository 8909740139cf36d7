from aurora.modules.autonomy.text.expressions import FAILED, Bank, Expr, constant, lifted


def test_a_function_that_raises_is_failed_on_that_example_only() -> None:
    assert lifted(int, ("7", "x")) == (7, FAILED)


def test_what_failed_stays_failed() -> None:
    assert lifted(str.upper, (FAILED, "a")) == (FAILED, "A")


def test_values_too_large_to_be_of_use_fail() -> None:
    assert lifted(lambda text: text * 1000, ("ab",)) == (FAILED,)
    assert lifted(lambda number: number**20, (10,)) == (FAILED,)


def test_of_two_expressions_with_the_same_values_the_cheaper_is_kept() -> None:
    bank = Bank()
    assert bank.offer("str", Expr("s[0:]", 5.0, ("a", "b")))
    assert not bank.offer("str", Expr("s", 1.0, ("a", "b")))
    assert not bank.offer("str", Expr("s[:]", 3.0, ("a", "b")))
    assert [expr.code for expr in bank.of("str")] == ["s"]


def test_an_expression_that_fails_everywhere_is_refused() -> None:
    bank = Bank()
    assert not bank.offer("int", Expr("int(s)", 2.0, (FAILED, FAILED)))
    assert bank.of("int") == []


def test_lists_are_told_apart_by_their_items() -> None:
    bank = Bank()
    bank.offer("list", Expr("s.split()", 2.0, (["a"],)))
    assert bank.find("list", (["a"],)) is not None
    assert bank.find("list", (["b"],)) is None


def test_letters_in_a_constant_are_dearer_than_punctuation() -> None:
    assert constant("ab", 1).cost > constant(", ", 1).cost
    assert constant("x", 3).values == ("x", "x", "x")


def test_an_operand_that_binds_loosely_is_put_in_parentheses() -> None:
    assert Expr("a + b", 1.0, (), tight=False).operand == "(a + b)"
    assert Expr("a.b", 1.0, ()).operand == "a.b"
