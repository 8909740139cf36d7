"""A function that exists nowhere, whose name says an operation on its two arguments: `remainder(a, b)` is `a % b`."""

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed, replaced
from aurora.pycode.dangling import dangling
from aurora.pycode.names import split_words
from aurora.pycode.parse import Source

_OPERATORS: Mapping[str, str] = MappingProxyType(
    {"remainder": "%", "modulo": "%", "mod": "%", "modulus": "%", "sum": "+", "add": "+", "plus": "+"}
    | {"difference": "-", "subtract": "-", "minus": "-", "product": "*", "multiply": "*", "times": "*"}
    | {"quotient": "//", "divide": "/", "division": "/", "power": "**", "pow": "**", "xor": "^", "equals": "=="}
)


@fixer(
    examples=[
        Example(Broken("r = remainder(7, n + 1)\n"), ["r = 7 % (n + 1)\n"]),
        Example(
            Broken("class A:\n    def f(self, a, b):\n        return 1 + self.getSum(a, b)\n"),
            ["class A:\n    def f(self, a, b):\n        return 1 + (a + b)\n"],
        ),
        Example(Broken("r = max(7, 2)\n"), []),
        Example(Broken("def remainder(a, b):\n    return a\n\n\nr = remainder(7, 2)\n"), []),
        Example(Broken("r = wobble(7, 2)\n"), []),
        Example(Broken("r = remainder(7)\n"), []),
    ]
)
def named_operation(broken: Broken) -> Iterator[Fix]:
    """The text with the first such call written as the operation."""
    source = parsed(broken.text)
    if source is None:
        return
    for lost in dangling(source):
        call = source.parents.get(lost.node)
        operator = next((_OPERATORS[word] for word in split_words(lost.name) if word in _OPERATORS), None)
        if operator and isinstance(call, ast.Call) and call.func is lost.node and len(call.args) == 2:
            text = replaced(source, [call], _written(source, call, operator))
            yield Fix(text, 0.6, f"{lost.name} means nothing here; its name says {operator}.")
            return


def _written(source: Source, call: ast.Call, operator: str) -> str:
    sides = [source.segment(each) for each in call.args]
    sides = [
        side if isinstance(each, ast.Name | ast.Constant | ast.Subscript | ast.Call | ast.Attribute) else f"({side})"
        for side, each in zip(sides, call.args, strict=True)
    ]
    text = f" {operator} ".join(sides)
    inside = isinstance(source.parents.get(call), ast.BinOp | ast.UnaryOp | ast.Compare | ast.Attribute | ast.Subscript)
    return f"({text})" if inside else text
