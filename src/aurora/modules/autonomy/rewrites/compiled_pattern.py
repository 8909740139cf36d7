"""Compile a pattern once, not at every call.

`re` keeps compiled patterns, but looks each one up by its text and flags every time.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, rewrite, together

_METHODS = frozenset({"match", "search", "fullmatch", "findall", "finditer", "split"})


@rewrite(
    kind="expression",
    examples=[
        Example(
            "import re\n\n\ndef f(s):\n    return re.match('a+', s)\n",
            ["import re\n\n\n_PATTERN = re.compile('a+')\n\n\ndef f(s):\n    return _PATTERN.match(s)\n"],
        ),
        Example("import re\nx = re.match('a+', s)\n", []),
        Example("import re\n\n\ndef f(s, p):\n    return re.match(p, s)\n", []),
    ],
)
def compiled_pattern(site: Site) -> Iterator[Replacement]:
    """`re.match('a+', s)` in a function to a method of a pattern that is compiled when the module is loaded."""
    match site.node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="re"), attr=method),
            args=[ast.Constant(value=str()) as pattern, subject],
            keywords=[],
        ) if method in _METHODS:
            around = [each for each in site.source.ancestors(site.node) if isinstance(each, ast.FunctionDef)]
            if around and around[-1] in site.source.tree.body and "_PATTERN" not in names_in(site.source.tree):
                start = site.source.whole(around[-1]).start
                made = site.splice(start, start, f"_PATTERN = re.compile({site.of(pattern)})\n\n\n")
                yield from together(iter([made]), site.put(f"_PATTERN.{method}({site.of(subject)})"))
