"""A method that is called on self but does not take it gets its first parameter."""

import ast
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.parse import Function, Source


@fixer(
    examples=[
        Example(
            Broken("class A:\n    def f(x):\n        return x\n\n    def g(self):\n        return self.f(1)\n"),
            ["class A:\n    def f(self, x):\n        return x\n\n    def g(self):\n        return self.f(1)\n"],
        ),
        Example(
            Broken("class A:\n    def f():\n        return self.x\n"),
            ["class A:\n    def f(self):\n        return self.x\n"],
        ),
        Example(Broken("class A:\n    @staticmethod\n    def f(x):\n        return x\n"), []),
        Example(Broken("class A:\n    def f(this):\n        return this.x\n"), []),
        Example(Broken("class A:\n    def f(self):\n        return self.x\n"), []),
    ]
)
def missing_self(broken: Broken) -> Iterator[Fix]:
    """The text with `self` before the parameters of the first such method."""
    source = parsed(broken.text)
    if source is None:
        return
    for owner in source.nodes(ast.ClassDef):
        for method in owner.body:
            if isinstance(method, Function) and not method.decorator_list and _lacks(source, method):
                at = source.text.index("(", source.span(method).start) + 1
                new = "self, " if method.args.args or method.args.vararg else "self"
                why = f"The method {method.name} takes no self."
                yield Fix(source.text[:at] + new + source.text[at:], 0.3, why)
                return


def _lacks(source: Source, method: Function) -> bool:
    """Whether the method uses a self that it has not, or is called on one with as many arguments as it takes."""
    names = [parameter.arg for parameter in method.args.args]
    if "self" in names:
        return False
    if any(isinstance(node, ast.Name) and node.id == "self" for node in ast.walk(method)):
        return True
    counts = {
        len(call.args)
        for call in source.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == method.name
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "self"
        and not call.keywords
    }
    return counts == {len(names)}
