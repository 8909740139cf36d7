"""Ask once for several classes, or several beginnings."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("isinstance(x, int) or isinstance(x, str)\n", ["isinstance(x, (int, str))\n"]),
        Example("s.startswith('a') or s.startswith('b')\n", ["s.startswith(('a', 'b'))\n"]),
        Example("isinstance(x, int) or isinstance(y, str)\n", []),
        Example("s.startswith('a') or s.endswith('b')\n", []),
    ],
)
def one_isinstance(site: Site) -> Iterator[Replacement]:
    """`isinstance(x, A) or isinstance(x, B)` and the like of `startswith` and `endswith` to one call."""
    match site.node:
        case ast.BoolOp(op=ast.Or(), values=values):
            asked = [_asked(site, value) for value in values]
            heads = {head for head, _ in asked}
            if len(heads) == 1 and "" not in heads:
                inner = ", ".join(what for _, what in asked)
                yield from site.put(f"{heads.pop()}({inner}))")


def _asked(site: Site, value: ast.expr) -> tuple[str, str]:
    """What is asked up to the class or text, and that; empty for anything else."""
    match value:
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name() as subject, kind], keywords=[]):
            return (f"isinstance({site.of(subject)}, ", site.of(kind)) if not isinstance(kind, ast.Tuple) else ("", "")
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="startswith" | "endswith") as method, args=[text]):
            return f"{site.of(method)}(", site.of(text)
    return "", ""
