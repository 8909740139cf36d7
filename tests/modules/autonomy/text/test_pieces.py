from aurora.modules.autonomy.text.expressions import FAILED, Expr
from aurora.modules.autonomy.text.pieces import cleaned, positions, shaped, shifted, splits, substrings, tokens

TEXT = Expr("s", 1.0, ("ab-12", "c-3"))


def test_tokens_of_a_split_and_of_a_class_are_among_the_pieces() -> None:
    found = {expr.code: expr.values for expr in tokens(TEXT, ["-"])}
    assert found["s.split('-')[1]"] == ("12", "3")
    assert found[r"re.findall(r'\d+', s)[0]"] == ("12", "3")
    assert found["s.split('-')[2]"] == (FAILED, FAILED)


def test_braces_as_delimiters_survive_the_template() -> None:
    braced = Expr("s", 1.0, ("a{b}",))
    assert {expr.code: expr.values for expr in splits(braced, ["{"])}["s.split('{')"] == (["a", "b}"],)


def test_places_that_agree_on_all_examples_are_one() -> None:
    places = positions(TEXT, ["-"], [])
    values = [place.values for place in places]
    assert len(values) == len(set(values))
    assert (2, 1) in values  # s.index('-')


def test_substrings_that_no_output_has_are_left_out() -> None:
    places = positions(TEXT, ["-"], [])
    found = [expr for expr in substrings(TEXT, places, ["12", "3"]) if expr is not None]
    assert {expr.values[0] for expr in found} == {FAILED, "", "1", "2", "12"}
    assert ("12", "3") in [expr.values for expr in found]


def test_characters_of_a_class_are_taken_out() -> None:
    found = {expr.code: expr.values for expr in cleaned(TEXT, ["-"], ["."])}
    assert found[r"re.sub(r'\d', '', s)"] == ("ab-", "c-")
    assert found["s.replace('-', '.')"] == ("ab.12", "c.3")


def test_a_shape_of_a_loose_expression_has_parentheses() -> None:
    codes = [expr.code for expr in shaped([Expr("s + t", 3.0, ("ab",), tight=False)])]
    assert "(s + t).upper()" in codes
    assert "str(len(s + t))" in codes


def test_the_shift_of_a_number_follows_from_the_first_example() -> None:
    number = Expr("s", 1.0, ("9", "41"))
    assert [(expr.code, expr.values) for expr in shifted([number], ["v10", "v42"])] == [
        ("str(int(s) + 1)", ("10", "42"))
    ]
    assert list(shifted([Expr("s", 1.0, ("x", "y"))], ["1", "2"])) == []
