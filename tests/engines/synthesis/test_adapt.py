import ast

from aurora.engines.synthesis.adapt import changes, fitted, search
from aurora.engines.synthesis.definitions import function_tree
from aurora.engines.synthesis.library import Library
from aurora.registry.declare import AnyPart
from tests.engines.synthesis.problems import bench_for, called, first, problem

REVERSED = problem("def f(high, low, number)", "assert f(10, 0, 15) == 10", "assert f(8, 2, -1) == 2")


def part(library: Library, name: str) -> AnyPart:
    return next(one for one in library.components if one.name == name)


def test_without_examples_nothing_is_adapted(library: Library) -> None:
    assert list(search(problem("def f(a)", prompt="Is it a palindrome?"), bench_for(library, 5.0))) == []


def test_a_component_with_more_parameters_than_the_problem_does_not_fit(library: Library) -> None:
    clamp = part(library, "clamp")
    assert fitted(problem("def f(a)", "assert f(1) == 1"), clamp, function_tree(clamp)) == ""


def test_a_component_that_raises_on_an_example_does_not_fit(library: Library) -> None:
    clamp = part(library, "clamp")
    wrong = problem("def f(a, b, c)", "assert f('x', 1, 2) == 'x'")
    assert fitted(wrong, clamp, function_tree(clamp)) == ""


def test_true_is_not_taken_for_one(library: Library) -> None:
    palindrome = part(library, "is_palindrome")
    ones = problem("def f(s)", "assert f('abba') == 1", "assert f('ab') == 0")
    assert fitted(ones, palindrome, function_tree(palindrome)) == ""


def test_a_component_is_called_in_the_order_that_keeps_the_examples(library: Library) -> None:
    clamp = part(library, "clamp")
    code = fitted(REVERSED, clamp, function_tree(clamp))
    assert called(code, "f(3, 1, 7), f(3, 1, 0), f(3, 1, 2)") == (3, 1, 2)


def test_every_change_changes_one_thing_and_leaves_the_component_alone(library: Library) -> None:
    palindrome = part(library, "is_palindrome")
    original = ast.unparse(function_tree(palindrome))
    found = {ast.unparse(change.tree): change.what for change in changes(palindrome, [])}
    assert original not in found
    assert found[original.replace("==", "!=")] == "NotEq for Eq"
    assert ast.unparse(function_tree(palindrome)) == original


def test_constants_of_the_task_replace_those_of_the_component(library: Library) -> None:
    even = part(library, "is_even")
    texts = [ast.unparse(change.tree) for change in changes(even, [7])]
    assert any("% 7" in text for text in texts)


def test_a_component_with_one_thing_changed_is_found(library: Library) -> None:
    asserts = ("assert f('level') == False", "assert f('lever') == True", "assert f('ab') == True")
    asked = problem("def f(text: str) -> bool", *asserts, prompt="Whether a text is no palindrome.")
    found = first(search(asked, bench_for(library, 5.0)))
    assert called(found.code, "f('noon'), f('on')") == (False, True)
    assert found.components == ("units.knowledge.strings.is_palindrome",)
