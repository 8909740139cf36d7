"""A statement left out."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_EVADES = 1.5  # nats: a name that is missing was meant to be another one, rather than nothing


@operator(
    examples=[
        Example(Sight("a = 1\n«b = 2»\n"), ["a = 1\n"]),
        Example(Sight("if x:\n    «y = 1»\n"), ["if x:\n    pass\n"]),
        Example(Sight("«def f():\n    pass»\n"), []),
    ],
    prior=0.12,
)
def delete(site: Site) -> Iterator[Replacement]:
    """The file without the statement, if that is not a definition or an import."""
    definitions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Pass
    if isinstance(site.node, ast.stmt) and not isinstance(site.node, definitions):
        missing = site.raised is not None and site.raised.type in ("NameError", "AttributeError")
        yield from site.drop(site.node, _EVADES if missing else 0.0)
