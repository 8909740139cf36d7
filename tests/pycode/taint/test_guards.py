"""Conditions: what they make safe, where, and what they do not."""

import pytest

from tests.pycode.taint.following import lines


@pytest.mark.parametrize(
    "test",
    [
        "x in ('a', 'b')",
        "x == 'a'",
        "not x != 'a'",
        "flag and x in ALLOWED",
        "x.isdigit()",
        "re.fullmatch('[a-z]+', x)",
        "re.match('[a-z]+$', x)",
        "(m := re.fullmatch('[a-z]+', x))",
        "isinstance(x, int)",
    ],
)
def test_a_test_makes_safe_where_it_holds(test: str) -> None:
    assert lines(f"if {test}:\n    os.system(x)") == []
    assert lines(f"if {test}:\n    pass\nos.system(x)") == [3]


@pytest.mark.parametrize("test", ["x not in ALLOWED", "not x.isalnum()", "x != NAME", "flag or x not in ALLOWED"])
def test_leaving_where_it_does_not_hold_makes_the_rest_safe(test: str) -> None:
    assert lines(f"if {test}:\n    return\nos.system(x)", "ALLOWED, NAME = {'a'}, 'a'\n") == []
    assert lines(f"if {test}:\n    print(x)\nos.system(x)", "ALLOWED, NAME = {'a'}, 'a'\n") == [3]


@pytest.mark.parametrize(
    "test", ["x", "len(x) < 9", "x.startswith('a')", "re.match('[a-z]+', x)", "flag or x in ALLOWED", "x in x", "flag"]
)
def test_what_says_too_little_makes_nothing_safe(test: str) -> None:
    assert lines(f"if {test}:\n    os.system(x)", "ALLOWED, NAME = {'a'}, 'a'\n") == [2]


def test_a_path_is_safe_without_dots_or_below_the_folder_meant() -> None:
    assert lines("if '..' in x:\n    return\nopen(x)") == []
    assert lines("if os.path.commonpath(['/srv', x]) != '/srv':\n    raise ValueError\nopen(x)") == []
    assert lines("assert x in ('a', 'b')\nopen(x)") == []
    assert lines("open(x)") == [1]


def test_a_block_that_ends_in_all_branches_leaves() -> None:
    assert (
        lines("if x not in ():\n    if flag:\n        return\n    else:\n        raise ValueError\nos.system(x)") == []
    )
    assert lines("while x not in ('a',):\n    x = input()\nos.system(x)") == []
