"""Text where bytes are wanted, or bytes where text is: `.encode()` and `.decode()`, or the one that is too much."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_TEXT = Raised("TypeError", "a bytes-like object is required, not 'str'")
_BYTES = Raised("TypeError", 'can only concatenate str (not "bytes") to str')
_PLAIN = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Constant)


@operator(
    examples=[
        Example(Sight("f(«a»)", raised=_TEXT), ["f(a.encode())"]),
        Example(Sight("y = 'a' + «b.c»", raised=_BYTES), ["y = 'a' + b.c.decode()"]),
        Example(
            Sight("y = «a.decode()»", raised=Raised("AttributeError", "'str' object has no attribute 'decode'")),
            ["y = a"],
        ),
        Example(
            Sight("y = «a».split('b')", raised=Raised("TypeError", "a bytes-like object is required, not 'str'")),
            ["y = a.decode().split('b')"],
        ),
        Example(Sight("y = «a.decode()»"), []),
        Example(Sight("f(«a»)", raised=Raised("TypeError", "unsupported operand type(s) for +: 'int' and 'str'")), []),
    ],
    prior=0.5,
)
def codec(site: Site) -> Iterator[Replacement]:
    """After an error that speaks of bytes: a value of the statement converted as the message tells."""
    node, raised = site.node, site.raised
    if not isinstance(node, _PLAIN) or raised is None or isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("encode", "decode"):
        if f"no attribute '{node.func.attr}'" in raised.message:
            yield from site.put(site.of(node.func.value))
        return
    if raised.type != "TypeError" or "bytes" not in raised.message or _called(site):
        return
    if isinstance(node, ast.Constant) and not isinstance(node.value, str | bytes):
        return
    owner = isinstance(site.parent, ast.Attribute)
    to_text = owner or 'not "bytes") to str' in raised.message
    text = site.text if not isinstance(node, ast.Constant) else f"({site.text})"
    yield from site.put(f"{text}.{'decode' if to_text else 'encode'}()")


def _called(site: Site) -> bool:
    return isinstance(site.parent, ast.Call) and site.parent.func is site.node
