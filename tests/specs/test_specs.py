"""The specifications in `specs/` can be met: a right answer passes their examples and conditions."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.specs.reader import read_spec
from aurora.model.spec import SpecFunction
from tests.specs import answers

FOLDER = Path(__file__).parents[2] / "specs"
SPECS = [read_spec(path) for path in sorted(FOLDER.glob("*.md"))]
FUNCTIONS = [function for spec in SPECS for function in spec.functions]


def test_there_are_at_least_14_files_with_42_functions_each_named_once() -> None:
    assert len(SPECS) >= 14
    assert len(FUNCTIONS) >= 42
    assert [name for name, count in Counter(function.name for function in FUNCTIONS).items() if count > 1] == []


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_every_function_is_said_in_words_and_shown_by_examples_and_conditions(function: SpecFunction) -> None:
    task = function.task
    assert len(task.prompt.split()) >= 5
    assert 4 <= len(task.asserts) <= 8
    assert all(condition.checkable for condition in (*task.preconditions, *task.postconditions))
    assert task.postconditions


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_right_answer_passes_the_examples_and_the_conditions(function: SpecFunction) -> None:
    task = function.task
    space = dict(vars(answers))
    (parameters,) = re.findall(r"\((.*)\) ->", task.signature)
    names = re.findall(r"(\w+): ", parameters)
    for text in task.asserts:
        exec(text, space)
        call = text.removeprefix("assert ").partition(" == ")[0]
        arguments: tuple[Any, ...] = eval(call, {task.name: lambda *given: given})
        local = {**space, **dict(zip(names, arguments, strict=True)), "ret": eval(call, space)}
        for condition in (*task.preconditions, *task.postconditions):
            if condition.expression:
                assert eval(condition.expression, local), (text, condition.words)
