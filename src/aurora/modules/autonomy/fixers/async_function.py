"""`await`, `async for` and `async with` stand in an async function only: the function around them becomes one."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of

_DEFINITION = re.compile(r"^([ \t]*)def\s", re.MULTILINE)


@fixer(
    examples=[
        Example(
            Broken("def f(x):\n    y = await x\n    return y\n"),
            ["async def f(x):\n    y = await x\n    return y\n", "def f(x):\n    y = x\n    return y\n"],
        ),
        Example(Broken("async def f(x):\n    return await x\n"), []),
        Example(Broken("x = (\n"), []),
    ]
)
def async_function(broken: Broken) -> Iterator[Fix]:
    """The text with `async` before the nearest definition above, or without the await."""
    place = place_of(broken.text)
    if place is None or "outside async function" not in place.fault.message:
        return
    why = "Only an async function may wait."
    width = place.row.width
    above = [found for found in _DEFINITION.finditer(place.text, 0, place.fault.start) if len(found.group(1)) < width]
    if above:
        at = above[-1].end(1)
        yield Fix(f"{place.text[:at]}async {place.text[at:]}", 0.3, why)
    rest = re.match(r"(?:await|async)\s+", place.text[place.fault.start :])
    if rest is not None:
        end = place.fault.start + rest.end()
        yield Fix(place.text[: place.fault.start] + place.text[end:], 1.0, why)
