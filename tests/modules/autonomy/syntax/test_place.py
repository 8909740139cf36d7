from aurora.modules.autonomy.syntax.place import line_tokens, lines_near, place_of


def test_a_text_that_compiles_has_no_place() -> None:
    assert place_of("x = 1\n") is None


def test_the_row_and_the_tokens_are_those_of_the_fault() -> None:
    place = place_of("a = 1\nb = = 2\nc = 3\n")
    assert place is not None
    assert place.row.number == 2
    assert [token.text for token in place.near(0)] == ["b", "=", "=", "2"]
    assert [token.text for token in place.near(1)][:3] == ["a", "=", "1"]
    assert [token.text for token in line_tokens(place, 3)] == ["c", "=", "3"]


def test_the_faults_own_line_comes_first() -> None:
    place = place_of("a = 1\nb = = 2\nc = 3\n")
    assert place is not None
    assert [line[0].text for line in lines_near(place, 1, 1)] == ["b", "a", "c"]


def test_a_change_costs_more_further_away() -> None:
    place = place_of("a = 1\nb = = 2\n")
    assert place is not None
    here, there = place.change(10, 11, "", 1.0, "x"), place.change(0, 1, "c", 1.0, "x")
    assert there.text == "c = 1\nb = = 2\n"
    assert there.cost > here.cost >= 1.0


def test_the_row_before_skips_blank_lines() -> None:
    place = place_of("if x:\n\n\ny = 1\n")
    assert place is not None
    before = place.before(4)
    assert before is not None
    assert before.number == 1
    assert place.before(1) is None
