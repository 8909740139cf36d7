from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.problem import read
from aurora.model.answer import Candidate
from aurora.model.task import SynthesisTask
from aurora.modules.autonomy.synthesis.regex_from_words import regex_from_words
from tests.engines.synthesis.problems import bench_for, called


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


def verdicts(words: str, **texts: str) -> str:
    """The code of the likeliest answer to words and texts of which it is said what each of them is."""
    asserts = tuple(f"assert f({text!r}) == {verdict!r}" for text, verdict in texts.items())
    problem = read(SynthesisTask(words, signature="def f(s)", asserts=asserts))
    found = regex_from_words.run(problem, bench_for(load(()), 20.0))
    return min((one for one in found if one), key=lambda one: one.cost).code


def test_a_verdict_in_words_is_that_of_the_text_that_matches() -> None:
    code = verdicts("The string is exactly 3 digits.", x="no good", **{"123": "good", "1234": "no good"})
    assert [called(code, f"f({text!r})") for text in ("777", "77", "a777")] == ["good", "no good", "no good"]


def test_what_a_text_has_may_stand_anywhere_in_it() -> None:
    words = "Say whether the string has a 'q' followed by two 'x'."
    code = verdicts(words, aqxxb="yes", aqxb="no", qxx="yes")
    assert [called(code, f"f({text!r})") for text in ("zzqxxz", "qzxx")] == ["yes", "no"]


def test_a_text_that_ends_with_what_it_has_ends_there() -> None:
    words = "A string that has a 'q' followed by anything, ending in 'x'."
    code = verdicts(words, aqbx="hit", qbxb="no hit", x="no hit")
    assert [called(code, f"f({text!r})") for text in ("zzqzzx", "qx x y", "ax")] == ["hit", "no hit", "no hit"]


def test_two_verdicts_without_words_about_a_text_are_left_to_others() -> None:
    problem = read(SynthesisTask("", asserts=("assert f('1') == 'a'", "assert f('x') == 'b'")))
    assert list(regex_from_words.run(problem, bench_for(load(()), 20.0))) == []
