"""Functions that lost the class around them: the class that an import asks for, with them as its methods."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised
from aurora.pycode.statements import reindent

_LOST = Raised("ImportError", "cannot import name 'Shop' from 'shop' (shop.py)")


@operator(
    examples=[
        Example(
            Sight("«def price(n):\n    return n * 2»\n", raised=_LOST),
            ["class Shop:\n    def price(self, n):\n        return n * 2\n"],
        ),
        Example(
            Sight("import os\n\n«def a(self):\n    pass»\n\ndef b():\n    pass\n", raised=_LOST),
            [
                "import os\n\nclass Shop:\n    def a(self):\n        pass\n\n    def b(self):\n        pass\n",
                "import os\n\nclass Shop:\n    def a(self):\n        pass\n\ndef b():\n    pass\n",
            ],
        ),
        Example(Sight("«def a():\n    pass»\n"), []),
    ],
    prior=0.4,
)
def enclose(site: Site) -> Iterator[Replacement]:
    """All functions from here on that stand together, then this one alone."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.FunctionDef) or raised is None or raised.type != "ImportError":
        return
    wanted = raised.message.partition("cannot import name '")[2].partition("'")[0]
    body = site.source.tree.body
    if not wanted or node not in body:
        return
    group = [node]
    for following in body[body.index(node) + 1 :]:
        if not isinstance(following, ast.FunctionDef):
            break
        group.append(following)
    for size in dict.fromkeys((len(group), 1)):
        yield _enclosed(site, wanted, group[:size])


def _enclosed(site: Site, name: str, group: list[ast.FunctionDef]) -> Replacement:
    start, end = site.source.whole(group[0]).start, site.source.whole(group[-1]).end
    text = site.source.text[start:end]
    for function in reversed(group):
        given = function.args.posonlyargs + function.args.args
        if not given or given[0].arg != "self":
            at = site.source.text.index("(", site.source.span(function).start) + 1 - start
            text = f"{text[:at]}self{', ' if site.source.text[at + start] != ')' else ''}{text[at:]}"
    return site.splice(start, end, f"class {name}:\n{reindent(text, '    ')}")
