"""Arguments of a call, or items of a list or tuple, swapped; an argument left out; other bounds of a range."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.spans import Span


@operator(
    examples=[
        Example(Sight("«f(a, b)»"), ["f(b, a)", "f(b)", "f(a)"]),
        Example(Sight("«f(a)»"), ["f()"]),
        Example(Sight("«range(n)»"), ["range(1, n)", "range(1, n + 1)", "range(n - 1, -1, -1)", "range()"]),
        Example(Sight("x = «[a, b, 0]»"), ["x = [b, a, 0]", "x = [a, 0, b]"]),
        Example(Sight("«a, b» = x"), []),
        Example(Sight("«x»"), []),
    ],
    prior=0.15,
)
def arguments(site: Site) -> Iterator[Replacement]:
    """Neighbours swapped, each left out; other bounds of a range."""
    node = site.node
    if isinstance(node, ast.List | ast.Tuple) and isinstance(node.ctx, ast.Load):
        yield from _swapped(site, [site.source.span(item) for item in node.elts], list(map(site.of, node.elts)))
    if not isinstance(node, ast.Call) or any(isinstance(argument, ast.Starred) for argument in node.args):
        return
    spans = [site.source.span(argument) for argument in node.args]
    texts = [site.of(argument) for argument in node.args]
    function = site.of(node.func)
    if function == "range" and len(texts) == 1:
        for new in (f"1, {texts[0]}", f"1, {texts[0]} + 1", f"{texts[0]} - 1, -1, -1"):
            yield from site.put(f"range({new})", 0.3)
    yield from _swapped(site, spans, texts)
    yield from _left_out(site, node, spans)


def _swapped(site: Site, spans: list[Span], texts: list[str]) -> Iterator[Replacement]:
    for index in range(len(texts) - 1):
        if texts[index] == texts[index + 1]:
            continue
        swapped = f"{texts[index + 1]}{site.source.text[spans[index].end : spans[index + 1].start]}{texts[index]}"
        yield site.splice(spans[index].start, spans[index + 1].end, swapped)


def _left_out(site: Site, node: ast.Call, spans: list[Span]) -> Iterator[Replacement]:
    for index, span in enumerate(spans):
        if index + 1 < len(spans):
            yield site.splice(span.start, spans[index + 1].start, "", 0.5)
        elif index:
            yield site.splice(spans[index - 1].end, span.end, "", 0.5)
        elif not node.keywords:
            yield site.splice(span.start, span.end, "", 1.0)
