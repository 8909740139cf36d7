"""What is known of libraries is whole: every danger has a sink and words."""

from aurora.pycode.taint.flows import Kind
from aurora.pycode.taint.knowledge import METHOD_SINKS, SINKS, WARNINGS


def test_every_danger_has_words_and_a_place_where_it_arrives() -> None:
    dangers = set(Kind) - {Kind.NORMAL}
    arrive = {sink.kind for sink in (*SINKS.values(), *METHOD_SINKS.values())}
    assert set(WARNINGS) == dangers
    assert dangers - arrive == {Kind.HEADER}
