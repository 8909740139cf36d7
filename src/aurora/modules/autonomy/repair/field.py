"""An attribute that its object never got: `self.size = size` in `__init__`, or a first value there."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_FIRST = ("0", "[]", "{}", "None", "''", "set()", "False")
_GONE = Raised("AttributeError", "'Box' object has no attribute 'size'")
_BOX = "class Box:\n    def __init__(self{}):\n        self.name = 1{}\n\n    def area(self):\n        return {} * 2\n"
_POINT = "class Point:\n    def __init__(self, size):\n        self.s = size\n\n\n"


@operator(
    examples=[
        Example(
            Sight(_BOX.format(", size", "", "«self.size»"), raised=_GONE),
            [_BOX.format(", size", "\n        self.size = size", "self.size")],
        ),
        Example(
            Sight(_BOX.format("", "", "«self.size»"), raised=_GONE),
            [_BOX.format("", f"\n        self.size = {first}", "self.size") for first in _FIRST],
        ),
        Example(
            Sight(_POINT + _BOX.format(", size", "", "«self.size»"), raised=_GONE),
            [_POINT + _BOX.format(", size", "\n        self.size = size", "self.size")],
        ),
        Example(
            Sight(_POINT + "class Box(Point):\n    def area(self):\n        return «self.size» * 2\n", raised=_GONE),
            [_POINT.rstrip() + "\n        self.size = size\n\n\n"
             "class Box(Point):\n    def area(self):\n        return self.size * 2\n"],
        ),
        Example(Sight(_BOX.format(", size", "", "«self.size»")), []),
    ],
    prior=0.4,
)  # fmt: skip
def field(site: Site) -> Iterator[Replacement]:
    """At the end of `__init__` of that class or of a base: the parameter of that name, else the usual first values."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.Attribute) or raised is None or raised.type != "AttributeError":
        return
    if f"object has no attribute '{node.attr}'" not in raised.message:
        return
    made = list(_makers(site, raised.message.partition("'")[2].partition("'")[0]))
    takes = [each for each in made if node.attr in {given.arg for given in each.args.args}]
    for function in takes[:1]:
        yield from site.insert(function.body[-1], f"self.{node.attr} = {node.attr}", "after", -0.5)
    for function in made[:1] if not takes else ():
        for rank, value in enumerate(_FIRST):
            yield from site.insert(function.body[-1], f"self.{node.attr} = {value}", "after", 0.6 + 0.3 * rank)


def _makers(site: Site, kind: str) -> Iterator[ast.FunctionDef]:
    """The `__init__` of a class of the file, then those of its base classes, the nearest first."""
    classes = {each.name: each for each in site.source.nodes(ast.ClassDef)}
    names = [kind]
    for name in names:
        if name in classes:
            body, bases = classes[name].body, classes[name].bases
            yield from (each for each in body if isinstance(each, ast.FunctionDef) and each.name == "__init__")
            names += [each.id for each in bases if isinstance(each, ast.Name) and each.id not in names]
