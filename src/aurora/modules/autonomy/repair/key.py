"""What is compared when the largest is looked for or a list sorted: `key=`, and `reverse=True`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit

_NAMES = ("max", "min", "sorted")
_KEYS = ("lambda x: x[1]", "lambda x: x[0]", "len", "lambda x: -x", "lambda x: x[-1]", "str", "abs")
_LAMBDAS = ("x[0]", "x[1]", "-x[1]", "-x[0]", "x[-1]")


@operator(
    examples=[
        Example(
            Sight("y = «max(x)»"),
            [f"y = max(x, key={key})" for key in _KEYS],
        ),
        Example(
            Sight("«x.sort(key=len)»"),
            ["x.sort(key=len, reverse=True)", "x.sort()"],
        ),
        Example(
            Sight("y = «sorted(x, key=lambda p: p[0], reverse=True)»"),
            [
                "y = sorted(x, key=lambda p: p[0], reverse=False)",
                *(f"y = sorted(x, key=lambda p: {new.replace('x', 'p')}, reverse=True)" for new in _LAMBDAS[1:]),
                "y = sorted(x, reverse=True)",
            ],
        ),
        Example(Sight("y = «len(x)»"), []),
    ],
    prior=0.1,
    tier=2,
)
def key(site: Site) -> Iterator[Replacement]:
    """The order turned round, another key, one where there is none, none where there is one."""
    node = site.node
    if not isinstance(node, ast.Call) or (not node.args and not isinstance(node.func, ast.Attribute)):
        return
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name not in (*_NAMES, "sort"):
        return
    given = {word.arg: word for word in node.keywords}
    sorts = name in ("sorted", "sort")
    if sorts and "reverse" not in given:
        yield _added(site, node, "reverse=True", 0.0)
    elif sorts:
        value = given["reverse"].value
        if isinstance(value, ast.Constant):
            yield from site.swap(value, str(not value.value))
    if "key" not in given:
        yield from (_added(site, node, f"key={text}", 0.2 * rank) for rank, text in enumerate(_KEYS))
        return
    yield from _other_keys(site, given["key"].value)
    yield _without(site, given["key"])


def _other_keys(site: Site, old: ast.expr) -> Iterator[Replacement]:
    if isinstance(old, ast.Lambda) and len(old.args.args) == 1:
        name = old.args.args[0].arg
        for rank, text in enumerate(_LAMBDAS):
            new = text.replace("x", name)
            if new != site.of(old.body):
                yield from site.swap(old.body, new, 0.2 * rank)
        for item in old.body.elts if isinstance(old.body, ast.Tuple) else ():
            turned = item.operand if isinstance(item, ast.UnaryOp) else None
            yield from site.swap(item, site.of(turned) if turned else f"-{site.of(item)}", 0.2)


def _added(site: Site, call: ast.Call, text: str, cost: float) -> Replacement:
    end = site.source.span(call).end - 1
    inside = site.source.text[:end].rstrip()
    comma = "" if inside.endswith(("(", ",")) else ", "
    return site.splice(end, end, f"{comma}{text}", cost)


def _without(site: Site, word: ast.keyword) -> Replacement:
    span = site.source.span(word)
    text = site.source.text
    start, end = span.start, span.end
    if text[:start].rstrip().endswith(","):
        start = text[:start].rstrip().rindex(",")
    elif text[end:].lstrip().startswith(","):
        end = text.index(",", end) + 1
        end += len(text[end:]) - len(text[end:].lstrip())
    return Replacement((Edit("", start, end, ""),), 0.8)
