"""A misspelt member of a standard module: `math.ciel`, `from functools import lru_cach`."""

import ast
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.model.answer import Edit
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.modules.autonomy.syntax.vocabulary import standard_names
from aurora.pycode.binding import scopes_of
from aurora.pycode.edit import apply
from aurora.pycode.names import nearest
from aurora.pycode.parse import Source

_SHORT = 5  # letters of a name below which it may differ in one only


@fixer(
    examples=[
        Example(Broken("import math\nx = math.ciel(y)\n"), ["import math\nx = math.ceil(y)\n"]),
        Example(Broken("import os.path as p\nx = p.dirnam(y)\n"), ["import os.path as p\nx = p.dirname(y)\n"]),
        Example(
            Broken("from functools import lru_cach, wraps\n\n\n@lru_cach\ndef f():\n    pass\n"),
            ["from functools import lru_cache, wraps\n\n\n@lru_cache\ndef f():\n    pass\n"],
        ),
        Example(Broken("from pathlib import Pth as P\n"), ["from pathlib import Path as P\n"]),
        Example(Broken("import math\nx = math.ceil(y)\n"), []),
        Example(Broken("import math\nx = math.wobble(y)\n"), []),
        Example(Broken("import datetime\nx = datetime.utcnw()\n"), []),
        Example(Broken("import math\nmath = other()\nx = math.ciel(y)\n"), []),
        Example(Broken("import math\n", "a.py", None, {"math.py": ""}), []),
        Example(Broken("import math\nx = math.ciel(y)\n", "a.py", None, {"math.py": ""}), []),
    ]
)
def misspelt_member(broken: Broken) -> Iterator[Fix]:
    """The text with every such member as the nearest one that its module has, all at once."""
    source = parsed(broken.text)
    if source is None:
        return
    own = {path.removesuffix(".py").partition("/")[0] for path in broken.files}
    edits = {*_attributes(source, own), *_imported(source, own)}
    if edits:
        said = ", ".join(sorted({edit.text for edit in edits}))
        yield Fix(apply(source.text, sorted(edits, key=lambda edit: edit.start)), 0.3, f"The module has {said}.")


def _attributes(source: Source, own: set[str]) -> Iterator[Edit]:
    bindings = scopes_of(source.tree).module.bindings
    modules = {
        alias.asname or alias.name: alias.name
        for node in source.nodes(ast.Import)
        for alias in node.names
        if len(bindings.get((alias.asname or alias.name).partition(".")[0], ())) == 1
    }
    for node in source.nodes(ast.Attribute):
        module = modules.get(source.segment(node.value), "") if isinstance(node.value, ast.Name | ast.Attribute) else ""
        meant = _meant(module, node.attr, own) if isinstance(node.ctx, ast.Load) else ""
        if meant:
            end = source.span(node).end
            yield Edit("", end - len(node.attr), end, meant)


def _imported(source: Source, own: set[str]) -> Iterator[Edit]:
    for statement in source.nodes(ast.ImportFrom):
        for alias in statement.names if statement.module and not statement.level else ():
            meant = _meant(statement.module or "", alias.name, own)
            if meant:
                start = source.span(alias).start
                yield Edit("", start, start + len(alias.name), meant)
                for use in source.nodes(ast.Name) if alias.asname is None else ():
                    if use.id == alias.name:
                        span = source.span(use)
                        yield Edit("", span.start, span.end, meant)


def _meant(module: str, name: str, own: set[str]) -> str:
    """The member that is nearly this one, when the module is a known one of Python's and has none of this name."""
    names = standard_names().get(module, frozenset())
    known = not names or name in names or name.startswith("_") or f"{module}.{name}" in standard_names()
    if known or module.partition(".")[0] in own:
        return ""
    further = {each for each in names if min(len(each), len(name)) >= _SHORT}
    return next(iter(nearest(name, names, 1) or nearest(name, further, 2)), "")
