"""The keys and values of a text like "a=1; b=2", cut at two separators, blanks around them left out."""

from aurora.contracts.component import Example, component


@component(
    words="parse key value pairs text dict separator equals semicolon query config",
    examples=[
        Example(("a=1; b=2", ";", "="), {"a": "1", "b": "2"}),
        Example(("", ",", ":"), {}),
        Example(("x:1:2", ",", ":"), {"x": "1:2"}),
    ],
    holds=lambda text, between, _assign, ret: len(ret) <= text.count(between) + 1,
)
def parse_kv(text: str, between: str, assign: str) -> dict[str, str]:
    """The keys and values of a text like "a=1; b=2"; raises `ValueError` for a part without the second separator."""
    pairs = [part.partition(assign) for part in text.split(between) if part.strip()]
    if any(not middle for _, middle, _ in pairs):
        raise ValueError("a part has no value")
    return {key.strip(): value.strip() for key, _, value in pairs}
