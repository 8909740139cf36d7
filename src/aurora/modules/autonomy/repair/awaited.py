"""A coroutine used as if it were its result: `await` before the call that made it."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_RAISED = Raised("TypeError", "'coroutine' object is not iterable")


@operator(
    examples=[
        Example(
            Sight("async def f():\n    return list(«rows()»)\n", raised=_RAISED),
            ["async def f():\n    return list(await rows())\n"],
        ),
        Example(
            Sight(
                "async def f():\n    return «rows()».name\n",
                raised=Raised("AttributeError", "'coroutine' object has no attribute 'name'"),
            ),
            ["async def f():\n    return (await rows()).name\n"],
        ),
        Example(Sight("async def f():\n    return await «rows()»\n", raised=_RAISED), []),
        Example(Sight("def f():\n    return list(«rows()»)\n", raised=_RAISED), []),
        Example(Sight("async def f():\n    return list(«rows()»)\n"), []),
    ],
    prior=0.6,
)
def awaited(site: Site) -> Iterator[Replacement]:
    """Each call of a statement in an async function, after an error that speaks of a coroutine."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.Call) or isinstance(site.parent, ast.Await):
        return
    inside = isinstance(site.source.function(node), ast.AsyncFunctionDef)
    if inside and raised is not None and "coroutine" in raised.message:
        yield from site.put(f"await {site.text}")
