"""Another method or attribute: one that its owner has, or a sibling that does the opposite."""

import ast
from collections.abc import Iterator
from difflib import SequenceMatcher

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.model.execution import Raised

_TYPES: dict[str, type] = {
    "list": list, "str": str, "dict": dict, "set": set, "tuple": tuple, "int": int, "float": float, "bytes": bytes,
}  # fmt: skip
_FURTHER = {
    "deque": ("append", "appendleft", "pop", "popleft", "extend"),
    "defaultdict": ("keys", "values", "items", "get", "pop"),
    "Counter": ("most_common", "keys", "values", "items", "get"),
}
_SIBLINGS = (
    ("append", "extend", "insert", "add", "appendleft"),
    ("pop", "popleft", "remove", "discard"),
    ("keys", "values", "items"),
    ("startswith", "endswith"),
    ("partition", "rpartition"),
    ("split", "rsplit", "splitlines"),
    ("upper", "lower", "title", "capitalize"),
    ("find", "index", "rfind"),
    ("isdigit", "isalpha", "isalnum"),
    ("lstrip", "rstrip", "strip"),
    ("union", "intersection", "difference"),
    ("left", "right"),
    ("get", "pop"),
    ("isupper", "islower"),
)
_NEAR = 0.75  # likeness of a variable to a missing attribute of self


@operator(
    examples=[
        Example(Sight("«s.lower»()"), ["s.upper()", "s.title()", "s.capitalize()"]),
        Example(Sight("«x.frobnicate»"), []),
        Example(
            Sight(
                "«x.lenght»()",
                raised=Raised("AttributeError", "'Box' object has no attribute 'lenght'. Did you mean: 'length'?"),
            ),
            ["x.length()"],
        ),
        Example(
            Sight(
                "class A:\n    def go(self):\n        «self.gone»()\n",
                raised=Raised("AttributeError", "'A' object has no attribute 'gone'"),
            ),
            ["class A:\n    def go(self):\n        self.go()\n", "class A:\n    def go(self):\n        gone()\n"],
        ),
    ],
    prior=0.35,
)
def attribute(site: Site) -> Iterator[Replacement]:
    """Siblings of the method; when it is missing, what the owner's type has, by likeness, or the name alone."""
    node = site.node
    if not isinstance(node, ast.Attribute):
        return
    owner = site.of(node.value)
    if _missing(site, node.attr):
        for rank, other in enumerate(_owned(site, node)):
            yield from site.put(f"{owner}.{other}", 0.25 * rank - 1.0)
        if owner == "self":
            yield from _unbound(site, node)
        return
    for other in (other for family in _SIBLINGS if node.attr in family for other in family):
        if other != node.attr:
            yield from site.put(f"{owner}.{other}", 0.5)


def _unbound(site: Site, node: ast.Attribute) -> Iterator[Replacement]:
    """The name without its object, here or everywhere, or a variable that is called much like it."""
    yield from site.put(node.attr, -0.5)
    for name in site.names:
        if name != node.attr and _likeness(name, node.attr) > _NEAR:
            yield from site.put(name, -0.5)
    yield from _everywhere(site, node)


def _everywhere(site: Site, node: ast.Attribute) -> Iterator[Replacement]:
    """All places of the missing attribute at once."""
    text = site.of(node)
    same = [each for each in site.source.nodes(ast.Attribute) if each.attr == node.attr and site.of(each) == text]
    if len(same) > 1:
        spans = sorted(site.source.span(each) for each in same)
        yield Replacement(tuple(Edit("", span.start, span.end, node.attr) for span in spans), -0.5)


def _missing(site: Site, name: str) -> bool:
    return site.raised is not None and site.raised.type == "AttributeError" and f"'{name}'" in site.raised.message


def _owned(site: Site, node: ast.Attribute) -> list[str]:
    assert site.raised is not None
    message = site.raised.message
    suggested = message.partition("Did you mean: '")[2].partition("'")[0]
    kind = message.split("'")[1]
    names = [name for name in dir(_TYPES.get(kind, object)) if not name.startswith("_")]
    names += [*_FURTHER.get(kind, ()), *_of_class(site, kind)]
    names.sort(key=lambda name: (name != suggested, -_likeness(node.attr, name), name))
    first = [suggested] if suggested and suggested not in names else []
    return [*first, *names][:14]


def _of_class(site: Site, kind: str) -> Iterator[str]:
    for found in ast.walk(site.source.tree):
        if isinstance(found, ast.ClassDef) and found.name == kind:
            for inside in ast.walk(found):
                if isinstance(inside, ast.FunctionDef) and not inside.name.startswith("__"):
                    yield inside.name
                elif isinstance(inside, ast.Attribute) and isinstance(inside.ctx, ast.Store):
                    yield inside.attr


def _likeness(one: str, two: str) -> float:
    synonyms = {("push", "append"), ("add", "append"), ("append", "add"), ("size", "count"), ("length", "count")}
    return 1.0 if (one, two) in synonyms else SequenceMatcher(None, one.lower(), two.lower()).ratio()
