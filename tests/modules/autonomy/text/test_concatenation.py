from aurora.modules.autonomy.text.concatenation import Concatenation, fitting, joined
from aurora.modules.autonomy.text.expressions import FAILED, Expr, constant

FIRST = Expr("a", 1.0, ("Ann", "Bo"))
LAST = Expr("b", 1.0, ("Lee", "Ray"))


def programs(pieces: list[Expr], wanted: list[str], chosen: list[int], limit: int = 1) -> list[str]:
    search = Concatenation(fitting(pieces, wanted), wanted, chosen)
    return [joined(path).code for path in search.programs(limit, 500) if path is not None]


def test_nothing_is_found_when_a_part_of_the_outputs_comes_from_nowhere() -> None:
    assert programs([FIRST], ["Ann Lee", "Bo Ray"], [0, 1]) == []


def test_pieces_and_constants_are_joined_cheapest_first() -> None:
    assert programs([FIRST, LAST], ["Lee, Ann", "Ray, Bo"], [0, 1]) == ["f'{b}, {a}'"]


def test_a_piece_is_used_only_where_it_fits_every_chosen_example() -> None:
    odd = Expr("c", 0.5, ("Lee", FAILED))
    assert programs([FIRST, LAST, odd], ["Lee", "Ray"], [0, 1]) == ["b"]
    assert programs([FIRST, LAST, odd], ["Lee", "Ray"], [0]) == ["c"]


def test_several_programs_come_in_the_order_of_their_price() -> None:
    twin = Expr("b[0:]", 4.0, ("Lee", "Ray"))
    assert programs([LAST, twin], ["Lee", "Ray"], [0, 1], limit=2) == ["b", "b[0:]"]


def test_a_sum_without_names_alone_is_written_with_plus() -> None:
    assert joined([Expr("s[0]", 3.0, ("A", "B")), constant(". ", 2), LAST]).code == "s[0] + '. ' + b"


def test_braces_in_a_constant_are_no_format_string() -> None:
    assert joined([FIRST, constant("{}", 2)]).code == "a + '{}'"
