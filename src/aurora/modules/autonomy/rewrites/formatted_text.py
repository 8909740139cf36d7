"""Put values into a text with an f-string."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("x = 'a' + str(b) + 'c'\n", ["x = f'a{b}c'\n"]),
        Example("x = '{}-{}'.format(a, b)\n", ["x = f'{a}-{b}'\n"]),
        Example("x = 'a' + b\n", []),
        Example("x = '{0}'.format(a)\n", []),
    ],
)
def formatted_text(site: Site) -> Iterator[Replacement]:
    """A sum of texts and `str(name)`, and `format` with plain `{}`, to an f-string; names only, so no quotes clash."""
    match site.node:
        case ast.BinOp(op=ast.Add()) if not isinstance(site.parent, ast.BinOp):
            parts = [_part(each) for each in _terms(site.node)]
            if len(parts) > 2 and all(parts) and any(part.startswith("{") for part in parts):
                yield from site.put("f" + repr("".join(parts)))
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format"), args=given, keywords=[]):
            names = [each.id for each in given if isinstance(each, ast.Name)]
            pieces = text.split("{}")
            if len(names) == len(given) == len(pieces) - 1 and not set("{}'\\\n") & set("".join(pieces)):
                filled = "".join(piece + f"{{{name}}}" for piece, name in zip(pieces, names, strict=False))
                yield from site.put("f" + repr(filled + pieces[-1]))


def _terms(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_terms(node.left), node.right]
    return [node]


def _part(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)) if text and not set("{}'\\\n") & set(text):
            return text
        case ast.Call(func=ast.Name(id="str"), args=[ast.Name(id=name)], keywords=[]):
            return f"{{{name}}}"
    return ""
