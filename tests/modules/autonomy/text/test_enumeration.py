from typing import Any

from aurora.modules.autonomy.text.enumeration import enumerated
from aurora.modules.autonomy.text.expressions import Bank, Expr, Kind, constant


def found(kind: Kind, leaves: list[tuple[Kind, Expr]], wanted: tuple[Any, ...], limit: int = 4000) -> Expr | None:
    bank = Bank()
    for _ in enumerated(bank, leaves, limit):
        if bank.find(kind, wanted):
            break
    return bank.find(kind, wanted)


def test_what_the_operations_cannot_make_is_not_found() -> None:
    assert found("int", [("int", Expr("n", 1.0, (1, 2)))], (1000003, -77), limit=300) is None


def test_a_number_is_made_of_a_text() -> None:
    leaves: list[tuple[Kind, Expr]] = [("str", Expr("s", 1.0, ("abc", "x"))), ("int", constant(1, 2))]
    program = found("int", leaves, (4, 2))
    assert program is not None
    assert program.code == "len(s) + 1"


def test_the_operands_of_a_test_for_containment_stand_in_its_order() -> None:
    leaves: list[tuple[Kind, Expr]] = [("str", Expr("s", 1.0, ("abc", "x"))), ("str", Expr("t", 1.0, ("b", "y")))]
    program = found("bool", leaves, (True, False))
    assert program is not None
    assert program.code == "t in s"


def test_enumeration_stops_at_its_limit() -> None:
    bank = Bank()
    assert list(enumerated(bank, [("str", Expr("s", 1.0, ("ab", "c")))], 5))[:1] in ([], [None])
    assert bank.size("str") + bank.size("int") + bank.size("bool") + bank.size("list") == 6
