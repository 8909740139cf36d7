"""What a condition asks for and nobody notes: `seen.add(x)` where `x not in seen`, `best = x` where `x > best`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_ADDED = {"set": "{}.add({})", "list": "{}.append({})", "dict": "{}[{}] = True", "deque": "{}.append({})"}


@operator(
    examples=[
        Example(
            Sight("«if x not in seen:\n    out.append(x)»\n", types={"seen": "set"}),
            ["if x not in seen:\n    out.append(x)\n    seen.add(x)\n"],
        ),
        Example(
            Sight("def f():\n    «if x in seen:\n        return»\n    g(x)\n", types={"seen": "set"}),
            ["def f():\n    if x in seen:\n        return\n    seen.add(x)\n    g(x)\n"],
        ),
        Example(
            Sight("«if best is None or x > best:\n    day = d»\n"),
            [f"if best is None or x > best:\n    day = d\n    {code}\n" for code in ("best = x", "x = best")],
        ),
        Example(Sight("«if x > best:\n    best = x»\n"), []),
        Example(Sight("«if x not in seen:\n    seen.add(x)»\n", types={"seen": "set"}), []),
    ],
    prior=0.2,
)
def remember(site: Site) -> Iterator[Replacement]:
    """In the block that the condition opens, or behind it where that leaves."""
    node = site.node
    if not isinstance(node, ast.If):
        return
    text = "\n".join(map(site.of, node.body))
    for asked in (each for each in ast.walk(node.test) if isinstance(each, ast.Compare) and len(each.ops) == 1):
        item, owner = site.of(asked.left), site.of(asked.comparators[0])
        match asked.ops[0]:
            case ast.NotIn() | ast.In():
                yield from _noted(site, node, asked.ops[0], _ADDED.get(site.types.get(owner, "set"), ""), (owner, item))
            case ast.Gt() | ast.GtE() | ast.Lt() | ast.LtE():
                for old, new, cost in ((owner, item, 0.0), (item, owner, 0.8)):
                    if old.isidentifier() and not {old, new} & _stored(node.body) and f"{old} = {new}" not in text:
                        yield from site.insert(node.body[-1], f"{old} = {new}", "after", cost)


def _noted(site: Site, node: ast.If, sign: ast.cmpop, form: str, said: tuple[str, str]) -> Iterator[Replacement]:
    code = form.format(*said)
    if not form or code in site.of(site.source.function(node) or node):
        return
    if isinstance(sign, ast.NotIn):
        yield from site.insert(node.body[-1], code, "after")
    elif isinstance(node.body[-1], ast.Return | ast.Continue) and not node.orelse:
        yield from site.insert(node, code, "after")


def _stored(body: list[ast.stmt]) -> set[str]:
    nodes = (each for statement in body for each in ast.walk(statement))
    return {each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
