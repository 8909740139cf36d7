"""A loop that does not go on: `i += 1`, `node = node.next`, `n //= 10` at the end of a `while`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_STEPS = ("{} += 1", "{} -= 1", "{} //= 10", "{} //= 2")
_MOVED = 1.0  # nats: another name of the condition changes in the loop


@operator(
    examples=[
        Example(
            Sight("«while n > 0:\n    s += n % 10»\n", types={"n": "int", "s": "int"}),
            [f"while n > 0:\n    s += n % 10\n    {step.format('n')}\n" for step in _STEPS],
        ),
        Example(
            Sight("«while node:\n    n += node.size»\nhead.next = node\n", types={"node": "Node"}),
            [f"while node:\n    n += node.size\n    node = node.{end}\nhead.next = node\n" for end in ("next", "size")],
        ),
        Example(
            Sight("«while self.left >= coin:\n    n += 1»\n"),
            [
                f"while self.left >= coin:\n    n += 1\n    {one} {sign}= {two}\n"
                for one, two in (("self.left", "coin"), ("coin", "self.left"))
                for sign in "-+"
            ],
        ),
        Example(
            Sight("«while True:\n    if node[side] is None:\n        break»\n"),
            ["while True:\n    if node[side] is None:\n        break\n    node = node[side]\n"],
        ),
        Example(Sight("«while x:\n    x.pop()»\n", types={"x": "list"}), []),
        Example(Sight("«while n > 0:\n    n -= 1»\n", types={"n": "int"}), []),
    ],
    prior=0.25,
)
def advance(site: Site) -> Iterator[Replacement]:
    """The usual next steps of each variable of the condition that nothing in the loop changes."""
    loop = site.node
    if not isinstance(loop, ast.While):
        return
    changed = set(_changed(site, loop))
    asked = _read(site, loop.test) or [text for text in _read(site, loop) if text not in changed]
    late = _MOVED if changed & set(asked) else 0.0
    for text in (text for text in asked if text not in changed):
        for rank, step in enumerate(_steps(site, loop, text)):
            yield from site.insert(loop.body[-1], step, "after", late + 0.3 * rank)


def _read(site: Site, around: ast.AST) -> list[str]:
    """The variables, and attributes of variables, that are read, as they come."""
    nodes = [node for node in ast.walk(around) if isinstance(node, ast.Name | ast.Attribute)]
    owners = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    plain = [node for node in nodes if isinstance(node.ctx, ast.Load) and (id(node) not in owners or _holds(node))]
    return list(dict.fromkeys(site.of(node) for node in plain))


def _holds(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id != "self"


def _changed(site: Site, loop: ast.While) -> Iterator[str]:
    """What is stored in the loop, or may be changed by a method of its own."""
    for node in (each for statement in loop.body for each in ast.walk(statement)):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield site.of(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield site.of(node.func.value)


def _steps(site: Site, loop: ast.While, text: str) -> Iterator[str]:
    subscripts = [node for node in ast.walk(loop) if isinstance(node, ast.Subscript) and site.of(node.value) == text]
    if subscripts:
        keys = dict.fromkeys(site.of(node) for node in subscripts if isinstance(node.slice, ast.Name))
        yield from (f"{text} = {key}" for key in keys)
        return
    for compared in (node for node in ast.walk(loop.test) if isinstance(node, ast.Compare)):
        for one, two in ((compared.left, compared.comparators[0]), (compared.comparators[0], compared.left)):
            if site.of(one) == text and isinstance(two, ast.Name | ast.Attribute) and site.types.get(text) != "int":
                yield from (f"{text} {sign}= {site.of(two)}" for sign in ("-", "+"))
    if site.types.get(text) == "int":
        yield from (step.format(text) for step in _STEPS)
    elif "." not in text and text not in ("True", "None"):
        yield from (f"{text} = {text}.{attribute}" for attribute in _links(site, text))


def _links(site: Site, name: str) -> list[str]:
    """The attributes that hold the next one, those that the file stores first."""
    found = [node for node in ast.walk(site.source.tree) if isinstance(node, ast.Attribute)]
    stored = [node.attr for node in found if isinstance(node.ctx, ast.Store)]
    owned = [node.attr for node in found if isinstance(node.value, ast.Name) and node.value.id == name]
    likely = [attribute for attribute in (*stored, *owned) if attribute in ("next", "left", "right", "parent")]
    return list(dict.fromkeys((*likely, *owned)))[:4]
