import ast

import pytest

from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.standard import called, module_of, operators, rows


def test_every_function_gives_what_its_example_says() -> None:
    wrong = [
        row["template"]
        for row, operator in zip(rows(), operators().values(), strict=True)
        if repr(operator.run(*ast.literal_eval(row["given"]))) != row["answer"]
    ]
    assert wrong == []


def test_no_template_is_there_twice_or_in_the_grammar() -> None:
    templates = [row["template"] for row in rows()]
    assert len(set(templates)) == len(templates)
    assert not set(templates) & {operator.template for operator in OPERATORS}


def test_what_reads_the_world_or_has_no_plain_answer_is_not_there() -> None:
    names = {row["name"].rpartition(".")[2] for row in rows()}
    assert not names & {"open", "print", "id", "hash", "input", "abspath", "exists", "today", "shuffle", "count"}


def test_numbers_that_would_take_for_ever_are_refused() -> None:
    power = next(operator for operator in operators().values() if operator.template == "pow({0}, {1})")
    assert power.run(3, 4) == 81
    with pytest.raises(OverflowError):
        power.run(10, 10**9)


def test_an_answer_that_is_too_long_is_refused() -> None:
    with pytest.raises(OverflowError):
        called("list(itertools.permutations({0}))", 1)(list(range(9)))


def test_the_module_of_a_path_is_the_longest_that_is_imported() -> None:
    assert module_of("urllib.parse.quote") == "urllib.parse"
    assert module_of("datetime.date") == "datetime"
    assert module_of("text.upper") == ""
