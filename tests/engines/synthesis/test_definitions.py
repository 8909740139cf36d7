import ast

import pytest

from aurora.engines.synthesis.definitions import Helpers, function_tree, imports_for
from aurora.engines.synthesis.library import Library
from aurora.registry.declare import AnyPart
from tests.engines.synthesis.problems import called


def part(library: Library, name: str) -> AnyPart:
    return next(one for one in library.components if one.name == name)


def test_nothing_is_renamed_when_no_name_is_taken(library: Library) -> None:
    helpers = Helpers([part(library, "is_palindrome")], "f")
    assert helpers.renamed("return is_palindrome(line)") == "return is_palindrome(line)"


def test_a_component_of_the_function_s_own_name_is_renamed_where_it_is_called(library: Library) -> None:
    helpers = Helpers([part(library, "is_palindrome")], "is_palindrome")
    text = helpers.renamed("found = 'is_palindrome'\nreturn is_palindrome(line)")
    name = ast.parse(helpers.sources[0]).body[0]
    assert isinstance(name, ast.FunctionDef)
    assert name.name != "is_palindrome"
    assert text == f"found = 'is_palindrome'\nreturn {name.name}(line)"


def test_a_helper_function_has_no_decorator_and_plain_types(library: Library) -> None:
    tree = function_tree(part(library, "clamp"))
    assert tree.decorator_list == []
    assert [argument.annotation for argument in tree.args.args] == [None] * 3
    assert ast.unparse(function_tree(part(library, "is_palindrome"))).startswith(
        "def is_palindrome(text: str) -> bool:"
    )


def test_imports_of_the_project_are_left_behind(library: Library) -> None:
    clamp = part(library, "clamp")
    assert imports_for(clamp, function_tree(clamp)) == set()


@pytest.mark.parametrize("pack", ["arithmetic", "integers", "strings"])
def test_every_component_runs_outside_the_project_as_it_does_inside(library: Library, pack: str) -> None:
    for one in library.components:
        if not one.id.startswith(f"units.knowledge.{pack}."):
            continue
        helpers = Helpers([one], "f")
        code = "\n".join([*sorted(helpers.imports), *helpers.sources])
        assert "aurora" not in code
        for example in one.examples:
            assert called(code, f"{one.name}(*{example.given!r})") == example.answer, one.id
