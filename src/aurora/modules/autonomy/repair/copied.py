"""Two names for one object where each was to have its own: a copy, or one that goes a level deeper."""

import ast
from collections.abc import Iterator, Sequence

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_KINDS = {"list": ("{}[:]", "[row[:] for row in {}]"), "dict": ("{}.copy()",), "set": ("{}.copy()",)}
_NESTED = "[row[:] for row in {}]"


@operator(
    examples=[
        Example(Sight("x = «[[0] * n] * m»"), ["x = [[0] * n for _ in range(m)]"]),
        Example(Sight("b = «a»", types={"a": "list"}), ["b = a[:]", "b = [row[:] for row in a]"]),
        Example(Sight("r.append(«d»)", types={"d": "dict"}), ["r.append(d.copy())"]),
        Example(Sight("b = «a[:]»"), ["b = [row[:] for row in a]"]),
        Example(Sight("b = «a.copy()»"), ["b = [row[:] for row in a]"]),
        Example(Sight("b = «list(a)»"), ["b = [row[:] for row in a]"]),
        Example(
            Sight("b = «List[int]»", names=("b", "n", "a"), types={"a": "list", "n": "int", "b": "list"}),
            ["b = a[:]", "b = [row[:] for row in a]"],
        ),
        Example(Sight("b = «a»", types={"a": "int"}), []),
        Example(Sight("b = len(«a»)", types={"a": "list"}), []),
        Example(Sight("«a» = b", types={"a": "list"}), []),
    ],
    prior=0.1,
)
def copied(site: Site) -> Iterator[Replacement]:
    """A copy of what is assigned, appended or returned; for a type that stands as a value, a copy of each variable."""
    node = site.node
    match node:
        case ast.BinOp(left=ast.List(elts=[ast.BinOp() | ast.List() | ast.Dict() as row]), op=ast.Mult(), right=count):
            yield from site.put(f"[{site.of(row)} for _ in range({site.of(count)})]", -1.0)
    if not _kept(site):
        return
    for rank, (owner, templates) in enumerate(_owners(site, node)):
        for step, template in enumerate(templates):
            yield from site.put(template.format(owner), 0.3 * rank + 0.4 * step)


def _kept(site: Site) -> bool:
    """Whether what stands here lives on under another name, or in a container."""
    match site.parent:
        case ast.Assign(value=value) | ast.Return(value=value):
            return value is site.node
        case ast.Call(func=ast.Attribute(attr="append" | "add" | "insert")) as call:
            return site.node in call.args
    return False


def _owners(site: Site, node: ast.AST) -> Iterator[tuple[str, Sequence[str]]]:
    """What is copied, and how."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            yield name, _KINDS.get(site.types.get(name, ""), ())
        case ast.Subscript(value=owner, slice=ast.Slice(lower=None, upper=None, step=None)):
            yield site.of(owner), (_NESTED,)
        case (
            ast.Call(func=ast.Attribute(value=owner, attr="copy"), args=[])
            | ast.Call(func=ast.Name(id="list"), args=[owner], keywords=[])
        ):
            yield site.of(owner), (_NESTED,)
        case ast.Subscript(value=ast.Name(id="List" | "list")):
            targets = {each.id for each in ast.walk(site.source.statement(node) or node) if isinstance(each, ast.Name)}
            for name in site.names:
                if site.types.get(name) == "list" and name not in targets:
                    yield name, _KINDS["list"]
