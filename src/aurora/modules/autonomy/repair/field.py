"""An attribute that its object never got: `self.size = size` in `__init__`, or a first value there."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_FIRST = ("0", "[]", "{}", "None", "''", "set()", "False")
_GONE = Raised("AttributeError", "'Box' object has no attribute 'size'")
_BOX = "class Box:\n    def __init__(self{}):\n        self.name = 1{}\n\n    def area(self):\n        return {} * 2\n"


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
        Example(Sight(_BOX.format(", size", "", "«self.size»")), []),
    ],
    prior=0.4,
)
def field(site: Site) -> Iterator[Replacement]:
    """At the end of `__init__`: the parameter of that name, else the usual first values."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.Attribute) or raised is None or raised.type != "AttributeError":
        return
    if f"object has no attribute '{node.attr}'" not in raised.message:
        return
    made = [each for each in site.source.nodes(ast.FunctionDef) if each.name == "__init__"]
    takes = [each for each in made if node.attr in {given.arg for given in each.args.args}]
    for function in takes:
        yield from site.insert(function.body[-1], f"self.{node.attr} = {node.attr}", "after", -0.5)
    kind = raised.message.partition("'")[2].partition("'")[0]
    for function in made if not takes else ():
        if getattr(site.source.parents[function], "name", "") == kind:
            for rank, value in enumerate(_FIRST):
                yield from site.insert(function.body[-1], f"self.{node.attr} = {value}", "after", 0.6 + 0.3 * rank)
