"""A token that does not belong here goes, or becomes the one it was mistaken for."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import Place, place_of
from aurora.pycode.tokens import Kind, Token

_MISTAKEN = {
    ";": (":", ","),
    ":": (",", "="),
    ",": (".", ":"),
    ".": (",",),
    "=": (":", ",", "-", "+", "in"),
    "-": ("=",),
    "(": ("[", "{"),
    ")": ("]", "}"),
    "[": ("(",),
    "]": (")",),
    "in": ("=",),
    "->": (":",),
}


@fixer(
    examples=[
        Example(Broken("x = = 1\n"), ["x = 1\n", "x , = 1\n", "x in = 1\n", "x = - 1\n", "x = + 1\n"]),
        Example(Broken("x = 1\n"), []),
    ]
)
def stray_token(broken: Broken) -> Iterator[Fix]:
    """Texts that parse further when one token near the error is gone or another."""
    place = place_of(broken.text)
    if place is None:
        return
    seen: set[str] = set()
    for fix in _fixes(place):
        if fix.text not in seen:
            seen.add(fix.text)
            after = place_of(fix.text)
            if after is None or after.fault.start > place.fault.start:
                yield fix


def _fixes(place: Place) -> Iterator[Fix]:
    tokens = place.near()
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        yield _without(place, token, following)
        for other in _MISTAKEN.get(token.text, ()):
            yield place.change(token.start, token.end, other, 1.6, f"`{token.text}` stands where `{other}` belongs.")


def _without(place: Place, token: Token, following: Token | None) -> Fix:
    end = following.start if following and following.line == token.line else token.end
    twice = following is not None and following.text == token.text
    cost = 0.5 if twice else 1.0 if token.kind is Kind.ERROR else 1.5 if token.kind is Kind.OPERATOR else 2.2
    return place.change(token.start, end, "", cost, f"`{token.text}` does not belong here.")
