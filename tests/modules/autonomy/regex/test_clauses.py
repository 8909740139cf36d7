from aurora.modules.autonomy.regex.clauses import readings
from aurora.modules.autonomy.regex.condensing import condensed
from aurora.modules.autonomy.regex.lexicon import items
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.phrases import Reader
from aurora.modules.autonomy.regex.printing import function

CHECK = "def f(s) -> bool:"


def best(words: str, positive: list[str], negative: list[str]) -> str:
    examples = Examples(positive, negative)
    found = readings(Reader(condensed(items(words))).clauses(), examples, 60)
    node = next((reading.node for reading in found if examples.hold(reading.node)), None)
    return "" if node is None else function(node, CHECK, "s").partition("return ")[2].strip()


def test_words_that_contradict_the_examples_have_no_reading() -> None:
    assert best("exactly 2 digits", ["abc"], ["12"]) == ""


def test_readings_come_cheapest_first() -> None:
    costs = [
        r.cost for r in readings(Reader(condensed(items("digits and letters"))).clauses(), Examples(["a1"], []), 9)
    ]
    assert costs == sorted(costs)


def test_start_and_end_are_a_row_where_the_examples_bear_it_out() -> None:
    words = "starts with 2 digits and ends with 3 letters"
    assert best(words, ["12abc", "34xyz"], ["1abc"]) == "re.fullmatch(r'[0-9]{2}[A-Za-z]{3}', s) is not None"


def test_start_and_end_are_conditions_where_they_do_not() -> None:
    words = "starts with a digit and ends with a letter"
    found = best(words, ["1-a", "2..b", "3_7c"], ["a-1"])
    assert "[0-9].*" in found
    assert ".*[A-Za-z]" in found


def test_what_is_allowed_is_all_there_is() -> None:
    assert (
        best("may only use letters and digits", ["a1", "b"], ["a-1"]) == "re.fullmatch(r'[A-Za-z0-9]+', s) is not None"
    )


def test_a_unit_that_stands_only_after_another() -> None:
    words = "Special characters must be placed after a digit"
    examples = Examples(["a1-b", "ab"], ["a-b"])
    found = readings(Reader(condensed(items(words))).clauses(), examples, 60)
    node = next(reading.node for reading in found if examples.hold(reading.node))
    assert Examples(["7!", "x"], ["!", "7!!"]).hold(node)
