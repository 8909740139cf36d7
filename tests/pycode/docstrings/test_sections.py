"""What docstrings of each style claim."""

import pytest

from aurora.model.documentation import Style
from aurora.pycode.docstrings.sections import sections_of, style_of

REST = """Clamp.

:param int low: the least
:param high: the most
:type high: float
:returns: a number
:raises ValueError: if it cannot
"""
GOOGLE = """Clamp.

Args:
    low (int): The least,
        over two lines: see there.
    high (float, optional): The most.

Returns:
    A number.

Raises:
    ValueError: If it cannot.

Example:
    x: no parameter
"""
NUMPY = """Clamp.

Parameters
----------
low : int
    The least.
high : float, optional
    The most: all.

Returns
-------
int
    A number.

Raises
------
ValueError
    If it cannot.
"""


@pytest.mark.parametrize("text", ["", "Clamp.", "Note: this is prose.", "It raises: nothing.\n\n    code: 1\n"])
def test_prose_claims_nothing(text: str) -> None:
    assert (sections_of(text).style, sections_of(text).claims) == (None, ())


@pytest.mark.parametrize(("text", "style"), [(REST, Style.REST), (GOOGLE, Style.GOOGLE), (NUMPY, Style.NUMPY)])
def test_parameters_results_and_errors_are_read_in_each_style(text: str, style: Style) -> None:
    found = sections_of(text)
    assert found.style is style
    assert [(each.name, each.type) for each in found.of("parameter")] == [("low", "int"), ("high", "float")]
    assert [each.name for each in found.of("raises")] == ["ValueError"]
    assert len(found.of("returns")) == 1
    lines = text.splitlines()
    assert all(claim.name in lines[claim.line] for claim in found.claims)


def test_the_style_of_most_docstrings_is_that_of_a_project() -> None:
    assert style_of([NUMPY, GOOGLE, NUMPY, "Prose."]) == (Style.NUMPY, 2)
    assert style_of(["Prose."]) == (Style.GOOGLE, 0)
