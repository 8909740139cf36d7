"""Take from the front of a queue that has two ends.

`list.pop(0)` moves all the other items; `deque.popleft` moves none.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, imported, rewrite, together


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            "def f(a):\n    todo = [a]\n    while todo:\n        x = todo.pop(0)\n        todo.append(x)\n",
            [
                (
                    "from collections import deque\n\n\ndef f(a):\n    todo = deque([a])\n    while todo:\n"
                    "        x = todo.popleft()\n        todo.append(x)\n"
                )
            ],
        ),
        Example("def f(todo):\n    return todo.pop(0)\n", []),
        Example("def f(a):\n    todo = [a]\n    todo.pop(0)\n    return todo\n", []),
    ],
)
def queue_ends(site: Site) -> Iterator[Replacement]:
    """A local list that is only appended to, asked for its length and taken from in front to a `deque`."""
    match site.node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value):
            function = site.source.function(site.node)
            if function is None or not _makes_list(value):
                return
            uses = [each for each in ast.walk(function) if isinstance(each, ast.Name) and each.id == name]
            rest = [each for each in uses if each is not site.node.targets[0]]
            taken = [call for each in rest if (call := _taken(site, each))]
            if taken and all(_harmless(site, each) for each in rest):
                yield from together(
                    imported(site, "from collections import deque"),
                    site.swap(value, f"deque({site.of(value)})"),
                    *(site.swap(call, f"{name}.popleft()") for call in taken),
                )


def _makes_list(value: ast.expr) -> bool:
    called = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("list", "sorted")
    return called or isinstance(value, ast.List | ast.ListComp)


def _taken(site: Site, node: ast.Name) -> ast.Call | None:
    method = site.source.parents.get(node)
    call = site.source.parents.get(method) if isinstance(method, ast.Attribute) else None
    return call if isinstance(call, ast.Call) and ast.unparse(call) == f"{node.id}.pop(0)" else None


def _harmless(site: Site, node: ast.Name) -> bool:
    parent = site.source.parents.get(node)
    method = isinstance(parent, ast.Attribute) and parent.attr in ("append", "extend")
    tested = isinstance(parent, ast.While | ast.If | ast.BoolOp) or (
        isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    )
    length = isinstance(parent, ast.Call) and ast.unparse(parent.func) == "len"
    return bool(_taken(site, node)) or method or tested or length
