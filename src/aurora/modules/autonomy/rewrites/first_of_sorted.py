"""Take the few least or greatest with a heap, not by sorting all."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, imported, rewrite, together


@rewrite(
    kind="algorithm",
    examples=[
        Example("x = sorted(xs)[:k]\n", ["import heapq\nx = heapq.nsmallest(k, xs)\n"]),
        Example(
            "import heapq\nx = sorted(xs, key=f, reverse=True)[:3]\n",
            ["import heapq\nx = heapq.nlargest(3, xs, key=f)\n"],
        ),
        Example("x = sorted(xs)[k:]\n", []),
        Example("x = sorted(xs, reverse=flag)[:k]\n", []),
    ],
)
def first_of_sorted(site: Site) -> Iterator[Replacement]:
    """`sorted(xs)[:k]` to `heapq.nsmallest(k, xs)`, reversed to `nlargest`; both keep the order of equals."""
    match site.node:
        case ast.Subscript(
            value=ast.Call(func=ast.Name(id="sorted"), args=[items], keywords=named),
            slice=ast.Slice(lower=None, upper=ast.expr() as count, step=None),
        ):
            words = {each.arg or "": site.of(each.value) for each in named}
            if words.keys() <= {"key", "reverse"} and words.get("reverse", "False") in ("True", "False"):
                name = "nlargest" if words.get("reverse") == "True" else "nsmallest"
                key = f", key={words['key']}" if "key" in words else ""
                code = f"heapq.{name}({site.of(count)}, {site.of(items)}{key})"
                yield from together(imported(site, "import heapq"), site.put(code))
