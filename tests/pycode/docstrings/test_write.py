"""Docstrings say what is known, in the style that is asked for, and read back as what was said."""

import pytest

from aurora.model.documentation import Evidence, Shown, Style
from aurora.pycode.docstrings.definitions import Definition, module_of
from aurora.pycode.docstrings.sections import sections_of
from aurora.pycode.docstrings.write import lay_out, sentences

TEXT = """
async def parse_price(text: str, rows, extra=None, *rest, **more) -> float:
    if extra is None:
        extra = []
    if not text:
        raise ValueError("none")
    rows.sort()
    print(text)
    return float(text)
"""


def definition(text: str, name: str = "") -> Definition:
    return next(each for each in module_of(text).definitions if name in ("", each.name))


def test_of_what_only_has_a_name_nothing_more_is_said() -> None:
    said = sentences(definition("def parse_price(thing):\n    thing()\n"))
    assert [(each.kind, each.text, each.evidence) for each in said] == [("summary", "Parse price.", Evidence.NAME)]


def test_types_alone_are_not_said_again() -> None:
    assert [each.kind for each in sentences(definition("def f(a: int):\n    g(a)\n"))] == ["summary"]


def test_each_sentence_says_how_it_is_known() -> None:
    shown = Shown("parse_price", "f('1')", "1.0")
    found = {(each.kind, each.about): each.evidence for each in sentences(definition(TEXT), [shown])}
    assert found == {
        ("summary", ""): Evidence.READ,
        ("note", ""): Evidence.READ,
        ("parameter", "text"): Evidence.DECLARED,
        ("parameter", "rows"): Evidence.READ,
        ("parameter", "extra"): Evidence.READ,
        ("parameter", "*rest"): Evidence.DECLARED,
        ("parameter", "**more"): Evidence.DECLARED,
        ("raises", "ValueError"): Evidence.READ,
        ("example", ""): Evidence.RUN,
    }


@pytest.mark.parametrize("style", Style)
def test_what_is_laid_out_reads_back_in_its_style(style: Style) -> None:
    shown = (Shown("f", "f('1')", "1.0"), Shown("f", "f('')", raised="ValueError", message="none"))
    found = sections_of(lay_out(sentences(definition(TEXT), shown), style))
    assert found.style is style
    assert [each.name for each in found.of("parameter")] == ["text", "rows", "extra", "rest", "more"]
    assert [each.name for each in found.of("raises")] == ["ValueError"]


def test_google_style_word_by_word() -> None:
    text = "def half(n, of=2):\n    if of == 0:\n        raise ValueError\n    return n / of\n"
    assert lay_out(sentences(definition(text), [Shown("half", "half(3)", "1.5")]), Style.GOOGLE) == (
        "Return `n / of`.\n\nArgs:\n    n: Its name is all that is known.\n    of: `2` if left out."
        "\n\nRaises:\n    ValueError: If `of == 0`.\n\nExamples:\n    >>> half(3)\n    1.5"
    )


def test_a_class_tells_its_bases_and_attributes() -> None:
    text = "class Colour(Enum):\n    RED = 1\n"
    assert lay_out(sentences(definition(text)), Style.GOOGLE) == ("A kind of `Enum`.\n\nAttributes:\n    RED: `1`.")


def test_a_generator_that_is_the_only_argument_is_not_put_in_parentheses_twice() -> None:
    said = sentences(definition("def f(rows):\n    return sum(a * b for a, b in rows)\n"))
    assert said[0].text == "Return `sum(a * b for a, b in rows)`."


def test_a_result_that_may_be_missing_is_told() -> None:
    said = sentences(definition("def f(a):\n    if a:\n        return 1\n"))
    assert said[0].text == "Return `1`, else None."
    said = sentences(definition("class C:\n    def f(self):\n        return self\n", "C.f"))
    assert said[0].text == "Return the object itself."
