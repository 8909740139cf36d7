"""The lines of a text under the headings "[name]" before them; lines before the first are under ""."""

from aurora.contracts.component import Example, component


@component(
    words="parse sections headings ini blocks group lines",
    examples=[
        Example((["[a]", "1", "2", "[b]"],), {"": [], "a": ["1", "2"], "b": []}),
        Example(([],), {"": []}),
        Example((["x"],), {"": ["x"]}),
    ],
    holds=lambda lines, ret: sum(map(len, ret.values())) <= len(lines),
)
def section_parser(lines: list[str]) -> dict[str, list[str]]:
    """The lines of a text under the headings "[name]" before them; lines before the first are under ""."""
    sections: dict[str, list[str]] = {"": []}
    current = sections[""]
    for line in lines:
        text = line.strip()
        if text.startswith("[") and text.endswith("]"):
            current = sections.setdefault(text[1:-1].strip(), [])
        elif text:
            current.append(text)
    return sections
