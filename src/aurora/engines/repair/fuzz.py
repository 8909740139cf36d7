"""Inputs like those of the tests: calls of the assertions with their literals changed a little."""

import ast
import copy
import random
from collections.abc import Sequence

from aurora.engines.repair.evidence import Assertion, call_of
from aurora.pycode.trees import expression_of, tree_of

_TRIES = 8  # for each input that is wanted


def variants(assertions: Sequence[Assertion], seed: int, count: int) -> list[tuple[str, str]]:
    """Up to `count` pairs (test file, call), none of which a test makes itself; the same for the same seed."""
    usable = [each for each in assertions if _has_literal(each.whole)]
    known = {each.whole for each in assertions}
    found: dict[tuple[str, str], None] = {}
    chance = random.Random(seed)
    for attempt in range(count * _TRIES):
        if not usable or len(found) >= count:
            break
        base = usable[attempt % len(usable)]
        call = _mutated(base.whole, chance, 1 + attempt % 4)
        if call not in known:
            found[base.path, call] = None
    return list(found)


def emptied(assertions: Sequence[Assertion]) -> dict[tuple[str, str], str]:
    """Calls of the tests with one list, dictionary or text that is passed made empty, and what each was: by (test
    file, call)."""
    known = {each.whole for each in assertions}
    found: dict[tuple[str, str], str] = {}
    for each in assertions:
        for at, argument in enumerate(_arguments(expression_of(each.whole))):
            if empty := _empty(argument):
                tree = expression_of(each.whole)
                _arguments(tree)[at] = empty
                found[each.path, ast.unparse(tree)] = each.whole
    return {(path, call): was for (path, call), was in found.items() if call not in known}


def _arguments(tree: ast.Expression) -> list[ast.expr]:
    call = call_of(tree)
    return call.args if call else []


def _empty(argument: ast.expr) -> ast.expr | None:
    """The empty value of a literal's type; None where it has none or is empty."""
    match argument:
        case ast.List(elts=[_, *_]):
            return ast.List([], ast.Load())
        case ast.Dict(keys=[_, *_]):
            return ast.Dict([], [])
        case ast.Constant(value=str(text)) if text:
            return ast.Constant("")
    return None


def _has_literal(call: str) -> bool:
    return any(_is_literal(node) for node in ast.walk(tree_of(call)))


def _is_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.List | ast.Dict) or (
        isinstance(node, ast.Constant) and isinstance(node.value, int | float | str)
    )


def _mutated(call: str, chance: random.Random, times: int) -> str:
    tree = expression_of(call)
    for _ in range(times):
        nodes = [node for node in ast.walk(tree) if _is_literal(node)]
        _mutate(chance.choice(nodes), chance, nodes)
    return ast.unparse(tree)


def _mutate(node: ast.AST, chance: random.Random, nodes: Sequence[ast.AST]) -> None:
    if isinstance(node, ast.List):
        _mutate_list(node, chance)
    elif isinstance(node, ast.Dict) and node.keys:
        at = chance.randrange(len(node.keys))
        del node.keys[at], node.values[at]
    elif isinstance(node, ast.Constant):
        node.value = _changed(node.value, chance, nodes)


def _mutate_list(node: ast.List, chance: random.Random) -> None:
    items = node.elts
    match chance.randrange(5):
        case 0 if len(items) > 1:
            del items[chance.randrange(len(items))]
        case 1 if items:
            items.insert(chance.randrange(len(items) + 1), copy.deepcopy(chance.choice(items)))
        case 2 if len(items) > 1:
            one, two = chance.sample(range(len(items)), 2)
            items[one], items[two] = items[two], items[one]
        case _ if items:
            for _ in range(chance.randrange(1, 4)):
                items.insert(chance.randrange(len(items) + 1), _like(chance.choice(items), chance))
        case _:
            items += [ast.Constant(chance.randrange(10)) for _ in range(chance.randrange(1, 6))]


def _like(item: ast.expr, chance: random.Random) -> ast.expr:
    """A copy of an item with some of its literals changed."""
    other = copy.deepcopy(item)
    leaves = [node for node in ast.walk(other) if isinstance(node, ast.Constant) and _is_literal(node)]
    for leaf in leaves:
        if chance.random() < max(0.5, 1 / len(leaves)):
            leaf.value = _changed(leaf.value, chance, leaves)
    return other


def _changed(value: object, chance: random.Random, nodes: Sequence[ast.AST]) -> int | float | str | bool:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        others = [node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is int]
        low = 0 if value >= 0 else value * 2
        return chance.choice(
            (max(value - 1, low), value + 1, chance.choice([*others, value + 2]), value * 2, value // 2)
        )
    if isinstance(value, float):
        return chance.choice((value + 1.0, value / 2, value * 2))
    assert isinstance(value, str)
    letters = value or "a"
    at = chance.randrange(len(letters))
    return chance.choice(
        (
            value[:at] + value[at + 1 :],
            value[:at] + chance.choice(letters) + value[at:],
            value[::-1],
            value + letters[at],
        )
    )
