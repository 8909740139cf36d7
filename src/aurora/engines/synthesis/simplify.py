"""Simplest equal forms of expressions, for readers."""

import ast

from aurora.pycode.trees import expression_of


class _Simpler(ast.NodeTransformer):
    """Rewrites that keep the meaning: no list where an iterable does."""

    _CONSUMERS = frozenset({"sum", "all", "any", "max", "min", "sorted", "set", "list", "tuple", "dict"})

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        joins = isinstance(node.func, ast.Attribute) and node.func.attr == "join"
        if len(node.args) == 1 and (name in self._CONSUMERS or joins):
            node.args[0] = _bare(node.args[0])
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter = _bare(node.iter, comprehension=False)
        return node


def _bare(node: ast.expr, *, comprehension: bool = True) -> ast.expr:
    """What is inside `list(...)`, or the generator of a list comprehension."""
    if isinstance(node, ast.ListComp) and comprehension:
        return ast.GeneratorExp(node.elt, node.generators)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "list"
        and len(node.args) == 1
    ):
        return node.args[0]
    return node


def simplified(text: str) -> str:
    """The simplest equal form of an expression that the rules find."""
    tree = _Simpler().visit(expression_of(text))
    return _single_parentheses(ast.unparse(ast.fix_missing_locations(tree)))


def _single_parentheses(text: str) -> str:
    """`sum(x for x in y)` where `ast.unparse` writes `sum((x for x in y))`."""
    calls = [node for node in ast.walk(expression_of(text)) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: -call.col_offset):
        inner = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if isinstance(inner, ast.GeneratorExp) and text.isascii():
            start, end = inner.col_offset, inner.end_col_offset or 0
            if text[start - 1 : start + 1] == "((" and text[end - 1 : end + 1] == "))":
                text = text[:start] + text[start + 1 : end - 1] + text[end:]
                return _single_parentheses(text)
    return text
