"""Components as helper functions of an answer: their text without semantic types, and the imports they need."""

import ast
import inspect
import sys
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, get_args, get_origin

from aurora.contracts import component as vocabulary
from aurora.pycode.trees import expression_of, tree_of
from aurora.registry.declare import AnyPart


def _plain_names() -> Mapping[str, str]:
    """What each semantic type is in plain Python: Nat -> int, Sorted -> list, ..."""
    found: dict[str, str] = {}
    for name, value in vars(vocabulary).items():
        if get_origin(value) is Annotated:
            base: Any = get_args(value)[0]
            found[name] = getattr(get_origin(base) or base, "__name__", "object")
    return found


class _Plain(ast.NodeTransformer):
    """Replaces semantic types in annotations and drops those with type variables."""

    names = _plain_names()

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), ast.Load()), node)

    def plain(self, annotation: ast.expr | None) -> ast.expr | None:
        """The annotation in plain Python, None when that is not possible."""
        if annotation is None:
            return None
        text = ast.unparse(annotation)
        made: ast.expr = self.visit(expression_of(text)).body
        if any(text.startswith(f"{name}[") and text.count("[") != 1 for name in ("Matrix", "Square", "Adjacency")):
            return ast.Name("list" if "Adj" not in text else "dict", ast.Load())
        known = {"int", "str", "float", "bool", "list", "dict", "set", "tuple", "frozenset", "None", "object"}
        unknown = {item.id for item in ast.walk(made) if isinstance(item, ast.Name)} - known
        return None if unknown else made


class Helpers:
    """The helper functions of one answer."""

    def __init__(self, parts: Iterable[AnyPart], taken: str) -> None:
        self._renames: dict[str, str] = {}
        self.sources: list[str] = []
        self.imports: set[str] = set()
        for part in parts:
            if part.name == taken:
                self._renames[part.name] = f"{part.name}_of"
            tree = function_tree(part)
            tree.name = self._renames.get(part.name, part.name)
            self.imports |= imports_for(part, tree)
            self.sources.append(ast.unparse(tree))

    def renamed(self, text: str) -> str:
        """A text that calls the helpers by the names they have here."""
        if not self._renames:
            return text
        tree = tree_of(f"def wrapped():\n{_deeper(text)}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                node.id = self._renames.get(node.id, node.id)
        return "\n".join(map(ast.unparse, tree.body[0].body))  # type: ignore[attr-defined]


def function_tree(part: AnyPart) -> ast.FunctionDef:
    """The function of a component, without decorators and with plain annotations."""
    module = tree_of(inspect.getsource(sys.modules[part.run.__module__]))
    tree = next(node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == part.run.__name__)
    tree.decorator_list = []
    plain = _Plain()
    tree.returns = plain.plain(tree.returns)
    for argument in (*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs):
        argument.annotation = plain.plain(argument.annotation)
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            node.annotation = plain.plain(node.annotation) or ast.Name("object", ast.Load())
    return ast.fix_missing_locations(tree)


def imports_for(part: AnyPart, tree: ast.FunctionDef) -> set[str]:
    """The import lines of the component's file that its function needs."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    module = tree_of(inspect.getsource(sys.modules[part.run.__module__]))
    found = set()
    for node in module.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            wanted = [alias for alias in node.names if (alias.asname or alias.name).split(".")[0] in used]
            origin = node.module if isinstance(node, ast.ImportFrom) else ""
            if wanted and not (origin or "").startswith("aurora"):
                node.names = wanted
                found.add(ast.unparse(node))
    return found


def _deeper(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
