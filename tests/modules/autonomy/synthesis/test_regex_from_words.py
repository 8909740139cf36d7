from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.problem import read
from aurora.model.answer import Candidate
from aurora.model.task import SynthesisTask
from aurora.modules.autonomy.synthesis.regex_from_words import regex_from_words
from tests.engines.synthesis.problems import bench_for


def candidates(words: str, positive: list[str], negative: list[str]) -> list[Candidate]:
    asserts = [f"assert f({text!r}) == True" for text in positive] + [f"assert f({t!r}) == False" for t in negative]
    problem = read(SynthesisTask(words, signature="def f(s) -> bool", asserts=tuple(asserts)))
    return [found for found in regex_from_words.run(problem, bench_for(load(()), 20.0)) if found is not None]


def test_the_examples_and_laws_hold() -> None:
    assert regex_from_words.failures() == []


def test_a_problem_that_is_not_about_one_text_is_left_to_others() -> None:
    problem = read(SynthesisTask("starts with a digit", asserts=("assert f('1', 2) == True",)))
    assert list(regex_from_words.run(problem, bench_for(load(()), 20.0))) == []


def test_contradicting_examples_have_no_answer() -> None:
    assert candidates("3 digits", ["123"], ["123"]) == []


def test_the_words_decide_what_the_examples_leave_open() -> None:
    words = "The string must start with 2 or 3 lowercase letters and end with a dash."
    assert candidates(words, ["ab-", "xyz-"], ["a-"])[0].code == (
        "import re\n\n\ndef f(s) -> bool:\n    return re.fullmatch(r'[a-z]{2,3}-', s) is not None\n"
    )


def test_an_answer_that_changes_the_words_is_dearer() -> None:
    as_said = candidates("exactly 3 digits", ["123"], ["12"])
    changed = candidates("exactly 3 digits", ["123", "1234"], ["12"])
    assert min(found.cost for found in as_said) < min(found.cost for found in changed)


def test_words_that_say_little_make_the_answer_dear() -> None:
    told = candidates("only lowercase letters", ["abba", "noon"], ["ab1"])
    vague = candidates("sounds alike forwards and backwards, roughly lowercase", ["abba", "noon"], ["ab1"])
    assert all(found.cost > told[0].cost for found in vague)
