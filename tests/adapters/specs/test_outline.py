import pytest

from aurora.adapters.specs.outline import outline, outside_fences
from aurora.adapters.specs.source import Line
from aurora.model.errors import SpecError


def lines(*texts: str) -> list[Line]:
    return [Line("t.md", number, text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (["words"], 1),
        (["# Spec: t"], 1),
        (["# Spec:", "### Function `f`"], 1),
        (["### Function `f`"], 1),
        (["# Spec: t", "#### Examples"], 2),
        (["# Spec: t", "## Part"], 2),
        (["# Spec: t", "### Function"], 2),
    ],
)
def test_headings_out_of_place_are_refused(texts: list[str], line: int) -> None:
    with pytest.raises(SpecError) as caught:
        outline(lines(*texts))
    assert caught.value.line == line


def test_lines_go_to_the_part_they_stand_in() -> None:
    title, (block,) = outline(lines("# Spec: t #", "about", "### Function f", "def f()", "#### EXAMPLES", "| a |"))
    assert (title, block.name, block.heading.number) == ("t", "f", 3)
    assert [line.text for line in block.head] == ["def f()"]
    assert {name: [line.text for line in part] for name, part in block.sections.items()} == {"Examples": ["| a |"]}


def test_fences_hide_what_is_between_them() -> None:
    found = [is_text for _, is_text in outside_fences(lines("a", "```python", "# b", "```", "c"))]
    assert found == [True, False, False, False, True]
