"""An annotation that names nothing goes: it is evaluated when the function is defined, and nothing else needs it."""

import ast
import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.dangling import Lack, dangling
from aurora.pycode.parse import Function, Source


@fixer(
    examples=[
        Example(Broken("def f(x: Wobble) -> int:\n    return x\n"), ["def f(x) -> int:\n    return x\n"]),
        Example(Broken("def f(x) -> Wobble:\n    return x\n"), ["def f(x):\n    return x\n"]),
        Example(Broken("def f(x: int) -> int:\n    return x\n"), []),
        Example(Broken("def f(x):\n    return Wobble(x)\n"), []),
    ]
)
def annotation_name(broken: Broken) -> Iterator[Fix]:
    """The text without the first annotation that holds a name that means nothing."""
    source = parsed(broken.text)
    if source is None:
        return
    lost = {each.node for each in dangling(source) if each.lack is Lack.NAME}
    for node in ast.walk(source.tree):
        annotation = node.annotation if isinstance(node, ast.arg) else getattr(node, "returns", None)
        if annotation is not None and lost & set(ast.walk(annotation)):
            yield Fix(_without(source, node, annotation), 1.0, "The annotation names nothing.")
            return


def _without(source: Source, node: ast.AST, annotation: ast.expr) -> str:
    span = source.span(annotation)
    sign = r"\s*->\s*$" if isinstance(node, Function) else r"\s*:\s*$"
    start = len(re.sub(sign, "", source.text[: span.start]))
    return source.text[:start] + source.text[span.end :]
