from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.recall import by_words
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_words_that_say_nothing_find_nothing(library: Library) -> None:
    assert list(by_words(problem("def f(line)", prompt="Frobnicate the quux."), bench_for(library, 5.0))) == [None]


def test_a_component_with_other_parameters_is_no_answer(library: Library) -> None:
    asked = problem("def f(one, two, three, four, five)", prompt="Whether a text is a palindrome.")
    assert list(by_words(asked, bench_for(library, 5.0))) == [None]


def test_the_words_alone_find_a_component_and_say_so(library: Library) -> None:
    found = first(by_words(problem("def f(line)", prompt="Whether a text is a palindrome."), bench_for(library, 5.0)))
    assert called(found.code, "f('noon'), f('night')") == (True, False)
    assert found.components == ("units.knowledge.strings.is_palindrome",)
    assert found.notes == ("chosen by its words, no example was read",)
