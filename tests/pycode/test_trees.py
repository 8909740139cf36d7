import ast
import gc
import sys
import threading
from collections.abc import Iterator

import pytest

from aurora.pycode.trees import expression_of, tree_of

LONG = "\n".join(f"def f{number}(a, b=[1, 2]):\n    return [a + b * {number} for c in (a, b)]" for number in range(200))


def finalised(_phase: str, _info: object) -> None:
    sum(range(100))  # Python code in the middle of a parse: here threads may change


@pytest.fixture
def threads_change_inside_of_parses() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    gc.callbacks.append(finalised)
    yield
    gc.callbacks.remove(finalised)
    sys.setswitchinterval(interval)


def test_a_byte_order_mark_is_allowed_as_in_a_file() -> None:
    assert ast.dump(tree_of("\ufeffx = 1\n")) == ast.dump(tree_of("x = 1\n"))


@pytest.mark.parametrize("text", ["x = (", "x = '\0'"])
def test_what_does_not_parse_raises_what_ast_raises(text: str) -> None:
    with pytest.raises((SyntaxError, ValueError)):
        tree_of(text)


def test_a_statement_is_no_expression() -> None:
    with pytest.raises(SyntaxError):
        expression_of("x = 1")


def test_the_path_is_in_the_message() -> None:
    with pytest.raises(SyntaxError) as caught:
        tree_of("]", "a.py")
    assert caught.value.filename == "a.py"


def test_trees_are_those_of_ast() -> None:
    assert ast.dump(tree_of("x = 1")) == ast.dump(ast.parse("x = 1"))
    assert ast.dump(expression_of("a + 1")) == ast.dump(ast.parse("a + 1", mode="eval"))


@pytest.mark.usefixtures("threads_change_inside_of_parses")
def test_threads_that_parse_at_once_do_not_disturb_each_other() -> None:
    failed: list[BaseException] = []

    def parse() -> None:
        try:
            for _ in range(40):
                tree_of(LONG)
        except SystemError as error:
            failed.append(error)

    threads = [threading.Thread(target=parse) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
