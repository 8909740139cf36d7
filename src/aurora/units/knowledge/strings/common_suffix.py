"""The longest end that all of the texts share; "" for no texts."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="longest common suffix shared ending tail",
    examples=[Example((["testing", "running"],), "ing"), Example((["dog", "cat"],), ""), Example(([],), "")],
    holds=lambda texts, ret: all(text.endswith(ret) for text in texts) and (bool(texts) or ret == ""),
)
def common_suffix(texts: list[str]) -> str:
    """The longest end that all of the texts share; "" for no texts."""
    columns = zip(*(reversed(text) for text in texts), strict=False)
    shared = [column[0] for column in itertools.takewhile(lambda column: len(set(column)) == 1, columns)]
    return "".join(reversed(shared))
