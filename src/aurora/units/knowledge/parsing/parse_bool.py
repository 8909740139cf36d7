"""Whether a text means yes: "yes", "true", "on", "1" or "y" in any case; raises `ValueError` unless it means no."""

from aurora.contracts.component import Example, component


@component(
    words="parse boolean yes no true false on off text",
    examples=[Example(("Yes",), True), Example(("off",), False), Example(("0",), False)],
    holds=lambda _text, ret: ret in (True, False),
)
def parse_bool(text: str) -> bool:
    """Whether a text means yes: "yes", "true", "on", "1" or "y" in any case; raises `ValueError` unless it means no."""
    word = text.strip().lower()
    if word not in ("yes", "true", "on", "1", "y", "no", "false", "off", "0", "n"):
        raise ValueError("the text means neither yes nor no")
    return word in ("yes", "true", "on", "1", "y")
