"""Texts as an enumeration in words: "a", "a and b", "a, b and c"; the last word is given."""

from aurora.contracts.component import Example, component


@component(
    words="human readable list comma and conjunction oxford natural language join",
    examples=[
        Example((["a", "b", "c"], "and"), "a, b and c"),
        Example((["a", "b"], "or"), "a or b"),
        Example((["a"], "and"), "a"),
        Example(([], "and"), ""),
    ],
    holds=lambda texts, _conjunction, ret: len(texts) != 1 or ret == texts[0],
)
def join_in_words(texts: list[str], conjunction: str) -> str:
    """Texts as an enumeration in words: "a", "a and b", "a, b and c"; the last word is given."""
    return f" {conjunction} ".join([*filter(None, [", ".join(texts[:-1])]), *texts[-1:]])
