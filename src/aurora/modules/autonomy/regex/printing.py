"""Printing of regular-expression trees as Python: patterns for `re`, and the function that uses them.

Intersections at the top become a conjunction of matches; inside a pattern they become lookaheads. A lookahead ends
where the part that carries the intersection ends: at the literal that follows it, which the carrier cannot contain.
"""

import re

from aurora.modules.autonomy.regex.nodes import (
    ALNUM,
    ANY,
    ANYTHING,
    DIGIT,
    LETTER,
    LOWER,
    SPECIAL,
    UPPER,
    Both,
    Chain,
    Chars,
    Choice,
    Node,
    Not,
    Repeat,
    Text,
    restricted,
    simplified,
)  # fmt: skip

_NAMES: dict[frozenset[str], str] = {
    LOWER: "a-z",
    UPPER: "A-Z",
    LETTER: "A-Za-z",
    DIGIT: "0-9",
    ALNUM: "A-Za-z0-9",
}


def pattern(node: Node, rest: str = r"\Z") -> str:
    """The node as a pattern for `re`; `rest` is the pattern of what follows it, for the lookaheads inside."""
    match node:
        case Chars(members):
            return _class(members)
        case Text(text):
            return _escaped(text)
        case Chain(parts):
            return _row(parts, rest)
        case Choice(options):
            return f"(?:{'|'.join(pattern(option, rest) for option in options)})"
        case Repeat(item, low, high):
            return _atom(item, _lead(node, rest)) + _times(low, high)
        case Both(parts):
            return _intersection(parts, rest)
        case Not():
            return _intersection((node,), rest)


def _escaped(text: str) -> str:
    return re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", text)


def _row(parts: tuple[Node, ...], rest: str) -> str:
    printed = ""
    for part in reversed(parts):
        own = pattern(part, rest)
        printed = own + printed
        rest = _lead(part, rest) or own + rest
    return printed


def _lead(node: Node, rest: str) -> str:
    """What a lookahead must see to know that it has reached the node: its first literal, when it has one."""
    if isinstance(node, Text):
        return pattern(node)
    if isinstance(node, Chain):
        return _lead(node.parts[0], rest)
    if isinstance(node, Repeat):
        first = _lead(node.item, rest)
        return f"(?:{first}|{rest})" if first and node.low == 0 else first
    return ""


def _intersection(parts: tuple[Node, ...], rest: str) -> str:
    carriers = [part for part in parts if not isinstance(part, Not)]
    carrier = min(carriers, key=_freedom) if carriers else ANYTHING
    alphabet = carrier.item.members if isinstance(carrier, Repeat) and isinstance(carrier.item, Chars) else ANY
    ahead = ""
    for part in parts:
        if part is not carrier:
            sign, inner = ("!", part.item) if isinstance(part, Not) else ("=", part)
            ahead += f"(?{sign}{pattern(restricted(inner, alphabet), rest)}{rest})"
    return ahead + pattern(carrier, rest)


def _freedom(node: Node) -> int:
    return 0 if isinstance(node, Repeat) and isinstance(node.item, Chars) else 1


def _atom(node: Node, rest: str) -> str:
    printed = pattern(node, rest)
    single = isinstance(node, Chars | Choice) or (isinstance(node, Text) and len(node.text) == 1)
    return printed if single else f"(?:{printed})"


def _times(low: int, high: int | None) -> str:
    plain = {(0, None): "*", (1, None): "+", (0, 1): "?"}
    if (low, high) in plain:
        return plain[low, high]
    return f"{{{low}}}" if low == high else f"{{{low},{'' if high is None else high}}}"


def _class(members: frozenset[str]) -> str:
    if members == ANY:
        return "."
    if members == SPECIAL:
        return "[^A-Za-z0-9 ]"
    if not members:
        return r"(?!)"
    outside = ANY - members
    if len(outside) < len(members) and not (members <= ALNUM):
        return f"[^{_ranges(outside)}]"
    if len(members) == 1:
        return _escaped(next(iter(members)))
    return f"[{_ranges(members)}]"


def _ranges(members: frozenset[str]) -> str:
    printed, left = "", members
    for family in (ALNUM, LETTER, UPPER, LOWER, DIGIT):
        if family <= left:
            printed, left = printed + _NAMES[family], left - family
    if left >= SPECIAL:
        printed, left = printed + r"!-/:-@\[-`{-~", left - SPECIAL
    for family in (UPPER, LOWER, DIGIT):
        inside = family & left
        if len(inside) > 6:
            printed, left = printed + _runs(inside), left - inside
    return printed + "".join("\\" + char if char in "\\]^-[" else char for char in sorted(left))


def _runs(members: frozenset[str]) -> str:
    printed = ""
    codes = sorted(map(ord, members))
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code == last + 1:
            last = code
            continue
        printed += chr(first) if first == last else f"{chr(first)}-{chr(last)}"
        first = last = code
    return printed


def function(node: Node, header: str, name: str, verdicts: tuple[str, str] | None = None) -> str:
    """The body-complete function that says whether the whole of `name` matches; `header` is its `def` line.

    With `verdicts` it says the first of these texts where it matches, and else the second.
    """
    node = simplified(node)
    parts = node.parts if isinstance(node, Both) else (node,)
    checks = [_check(part, name) for part in sorted(parts, key=lambda part: isinstance(part, Not))]
    body = checks[0] if len(checks) == 1 else "(\n        " + "\n        and ".join(checks) + "\n    )"
    if verdicts:
        body = f"{verdicts[0]!r} if {body} else {verdicts[1]!r}"
    return f"import re\n\n\n{header}\n    return {body}\n"


def _check(node: Node, name: str) -> str:
    inner, verdict = (node.item, "is None") if isinstance(node, Not) else (node, "is not None")
    return f"re.fullmatch({_quoted(pattern(inner, _END))}, {name}) {verdict}"


_END = r"\Z"


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"r'{text}'"
    return f'r"{text}"' if '"' not in text else repr(text)
