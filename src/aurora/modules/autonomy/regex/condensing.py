"""Items made ready for reading: names merged into the literals beside them, lengths gathered, filling words dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aurora.modules.autonomy.regex.lexicon import Item
from aurora.modules.autonomy.regex.nodes import ANY

SILENT = frozenset({"unknown", "skip", "noun", "list", "every", "ordinal", "repeat"})
ATOMS = frozenset({"chars", "text", "digits"})


def condensed(items: Sequence[Item]) -> list[Item]:
    """The items with names merged into the literals beside them ("the letter 'k'", "'k' letters"), lengths gathered
    into `size` items, and what carries no meaning dropped."""
    kept = [item for item in _uncounted(items) if item.kind not in SILENT]
    found: list[Item] = []
    for item in kept:
        last = found[-1] if found else None
        if last is not None and _names(last, item):
            found[-1] = replace(item, plural=item.plural or last.plural)
        elif last is not None and (
            _names(item, last) or (last.kind == item.kind == "text" and last.value == item.value)
        ):
            found[-1] = replace(last, plural=item.plural or last.plural)
        else:
            found.append(item)
    return _sized(found)


def _uncounted(items: Sequence[Item]) -> Iterator[Item]:
    """The items without numbers that count the strings of a list."""
    for place, item in enumerate(items):
        if item.kind in ("num", "many"):
            after = next((i.kind for i in items[place + 1 :] if i.kind not in ("unknown", "skip", "separator")), "stop")
            before = items[place - 1].kind if place else "stop"
            if after in ("noun", "list") or before == "ordinal":
                continue
        yield item


def _names(name: Item, literal: Item) -> bool:
    if name.kind != "chars" or literal.kind not in ("text", "digits"):
        return False
    members: frozenset[str] = name.value
    return members.issuperset("".join(literal.value))


def _sized(items: list[Item]) -> list[Item]:
    found: list[Item] = []
    place = 0
    while place < len(items):
        size, place = _size_at(items, place)
        found.append(size)
    return [item for item in found if item.kind != "length"]


def _size_at(items: list[Item], place: int) -> tuple[Item, int]:
    kinds = [item.kind for item in items[place : place + 4]]
    any_next = len(kinds) > 1 and kinds[1] == "chars" and items[place + 1].value == ANY
    if kinds[:2] == ["num", "length"]:
        return Item("size", items[place].value), place + 2
    if kinds[:3] == ["num", "chars", "length"]:
        return Item("size", items[place].value), place + 3
    if kinds[0] == "length":
        skipped = 1
        while skipped < len(kinds) and kinds[skipped] in ("be", "allow", "have"):
            skipped += 1
        if skipped < len(kinds) and kinds[skipped] == "num":
            after = place + skipped + 1
            named = after < len(items) and items[after].kind == "chars" and items[after].value == ANY
            return Item("size", items[place + skipped].value), after + named
    if kinds[0] == "num" and _bare(items, place) and place and _digit_asked(items, place):
        return Item("text", str(items[place].value[0]), text=items[place].text), place + 1
    if kinds[0] == "num" and not any_next and _bare(items, place):
        return Item("size", items[place].value), place + 1
    return items[place], place + 1


def _digit_asked(items: list[Item], place: int) -> bool:
    """Whether a number is meant as a text: "must not contain 5", "a 5"."""
    before = items[place - 1]
    low, high = items[place].value
    return low == high and (before.kind in ("contain", "must", "start", "end") or before.value == (1, 1))


def _bare(items: list[Item], place: int) -> bool:
    """Whether the number has nothing that it counts, and is more than an article."""
    after = items[place + 1].kind if place + 1 < len(items) else "stop"
    before = items[place - 1].kind if place else "stop"
    counts = after in ATOMS or after in ("optional", "not", "num", "except", "many")
    return not counts and before not in ATOMS and items[place].value != (1, 1)
