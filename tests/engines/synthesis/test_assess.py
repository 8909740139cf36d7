from aurora.engines.synthesis.assess import Assessor, information
from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.operators import operator
from aurora.engines.synthesis.words import Document, Index
from tests.engines.synthesis.problems import problem

INDEX = Index(
    {
        "mirror": Document.of(["reverse"], ["backwards"], []),
        "shift": Document.of(["rotate"], ["shift"], []),
    }
)
REVERSE = operator("<T> | {0:12}[::-1] | | 1 | reverse backwards")
SORT = operator("<T> | sorted({0}) | | 1 | sort order")
TEXT = leaf("text", ["ab", "cd"], 1, flags=1)
TWO = ("assert f('ab', 2) == 'ba'", "assert f('xyz', 3) == 'zyx'")
OTHER = ("assert f('ab', 7) == 'ba'", "assert f('xyz', 1) == 'zyx'")


def assessor(prompt: str, *asserts: str) -> Assessor:
    return Assessor(problem("def f(text, n)", *(asserts or OTHER), prompt=prompt), INDEX)


def program(which: int = 0) -> Entry:
    return Entry([], "str", 2, (REVERSE, SORT)[which], (TEXT,))


def test_without_words_nothing_is_left_untold() -> None:
    assert assessor("").coverage(program()) == 1.0
    assert assessor("").silence(("mirror",)) == 0.0


def test_a_program_that_tells_the_words_is_the_cheaper_one() -> None:
    judge = assessor("Reverse it backwards")
    assert judge.coverage(program(0)) > judge.coverage(program(1))
    assert judge.price(program(0)) < judge.price(program(1))


def test_components_tell_what_their_documents_say() -> None:
    judge = assessor("Reverse it backwards")
    assert judge.silence(("mirror",)) < judge.silence(("shift",)) == judge.silence(())


def test_a_parameter_that_is_not_read_is_paid_for() -> None:
    both = Entry(
        [], "str", 3, operator("<T> int | {0:12}[{1}:] | | 1 | reverse backwards"), (TEXT, leaf("n", [2, 3], 1))
    )
    judge = assessor("")
    assert judge.price(both) == 0.0
    assert judge.price(program()) > 0.0


def test_a_parameter_that_is_only_a_length_is_paid_less_for() -> None:
    assert 0.0 < assessor("", *TWO).price(program()) < assessor("", *OTHER).price(program())


def test_the_best_coverage_is_that_of_confirmed_programs() -> None:
    judge = assessor("Reverse it backwards")
    assert judge.best == 0.0
    judge.confirm(program(0))
    best = judge.best
    judge.confirm(program(1))
    assert judge.best == best == judge.coverage(program(0))


def test_the_same_result_again_tells_nothing_more() -> None:
    assert information(["stone", "stone", "stone"]) == information(["stone"])
    assert information(["stone", "river"]) > information(["stone"])


def test_there_is_no_result_that_tells_nothing() -> None:
    assert information([]) == 8
