"""Lines of text centred in a frame of a character, with one space between; raises ValueError unless it is one."""

from aurora.contracts.component import Char, Example, component


@component(
    words="banner frame border box around text centered stars",
    examples=[
        Example((["hi", "you"], "*"), ["*******", "* hi  *", "* you *", "*******"]),
        Example(([], "#"), ["####", "####"]),
    ],
    holds=lambda lines, _frame, ret: len(ret) == len(lines) + 2 and len({len(line) for line in ret}) == 1,
)
def center_box(lines: list[str], frame: Char) -> list[str]:
    """Lines of text centred in a frame of a character, with one space between; raises ValueError unless it is one."""
    if len(frame) != 1:
        raise ValueError("the frame must be one character")
    width = max(map(len, lines), default=0)
    edge = frame * (width + 4)
    return [edge, *(f"{frame} {line:^{width}} {frame}" for line in lines), edge]
