"""The longest beginning that all of the texts share; "" for no texts."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="longest common prefix shared start leading part",
    examples=[Example((["flower", "flow", "flight"],), "fl"), Example((["dog", "cat"],), ""), Example(([],), "")],
    holds=lambda texts, ret: (
        all(text.startswith(ret) for text in texts)
        and (not texts or len(ret) == len(min(texts, key=len)) or len({text[: len(ret) + 1] for text in texts}) > 1)
    ),
)
def common_prefix(texts: list[str]) -> str:
    """The longest beginning that all of the texts share; "" for no texts."""
    columns = zip(*texts, strict=False)
    return "".join(column[0] for column in itertools.takewhile(lambda column: len(set(column)) == 1, columns))
