import random
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer


@fixer(examples=[Example(Broken("f(\n"), ["f()\n"]), Example(Broken("f()\n"), [])])
def close(broken: Broken) -> Iterator[Fix]:
    if broken.text.count("(") > broken.text.count(")"):
        yield Fix(broken.text.replace("(", "()", 1), 0.5, "A bracket was open.")


def test_a_fixer_that_keeps_the_laws_has_no_failures() -> None:
    assert close.failures() == []


def test_a_wrong_example_is_found() -> None:
    @fixer(examples=[Example(Broken("f(\n"), ["g()\n"])])
    def wrong(broken: Broken) -> Iterator[Fix]:
        yield Fix("f()\n")

    assert len(wrong.failures()) == 1


def test_a_text_that_parses_must_not_be_broken() -> None:
    @fixer(examples=[Example(Broken("f()\n"), ["f(\n"])])
    def worse(broken: Broken) -> Iterator[Fix]:
        yield Fix("f(\n")

    (failure,) = worse.failures()
    assert "does not parse" in failure


def test_a_proposal_must_change_something() -> None:
    @fixer(examples=[Example(Broken("f(\n"), ["f(\n"])])
    def idle(broken: Broken) -> Iterator[Fix]:
        yield Fix(broken.text)

    (failure,) = idle.failures()
    assert "the original" in failure


def test_a_proposal_must_come_again() -> None:
    draws = iter(random.Random(1).sample(range(9), 9))

    @fixer(examples=[Example(Broken("f(\n"), ["f(5)\n"]), Example(Broken("f(\n"), ["f(2)\n"])])
    def fickle(broken: Broken) -> Iterator[Fix]:
        yield Fix(f"f({next(draws)})\n")

    assert fickle.failures() != []
