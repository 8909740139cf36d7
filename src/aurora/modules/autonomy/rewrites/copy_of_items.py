"""Copy with the type itself, not item by item."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("y = [x for x in xs]\n", ["y = list(xs)\n"]),
        Example("y = {x for x in xs}\n", ["y = set(xs)\n"]),
        Example("y = {k: v for k, v in d.items()}\n", ["y = dict(d.items())\n"]),
        Example("y = [x for x in xs if x]\n", []),
        Example("y = [x + 1 for x in xs]\n", []),
    ],
)
def copy_of_items(site: Site) -> Iterator[Replacement]:
    """`[x for x in xs]` to `list(xs)`, and the same of sets and dictionaries."""
    match site.node:
        case ast.ListComp(elt=item, generators=[each]) | ast.SetComp(elt=item, generators=[each]):
            if site.of(item) == site.of(each.target) and not each.ifs and not each.is_async:
                word = "list" if isinstance(site.node, ast.ListComp) else "set"
                yield from site.put(f"{word}({site.of(each.iter)})")
        case ast.DictComp(key=key, value=value, generators=[each]) if not each.ifs:
            if site.of(each.target) == f"{site.of(key)}, {site.of(value)}":
                yield from site.put(f"dict({site.of(each.iter)})")
