"""Rewrites: the same answers by quicker code; what is proposed is kept only when it was measured and proved."""

import ast
from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from aurora.contracts.operator import Replacement, Site
from aurora.pycode.edit import apply
from aurora.pycode.parse import parse
from aurora.registry.declare import Contract, Example, Law, Part

__all__ = ["REWRITE", "Example", "Replacement", "Rewrite", "Site", "rewrite"]

Rewrite: TypeAlias = Callable[[Site], Iterator[Replacement]]
"""Proposes quicker code for the node of a site; pure. Nothing for a node that it does not certainly understand."""


def proposed(run: Rewrite, text: str) -> list[tuple[int, str]]:
    """(line, the whole text rewritten) for every place of a text that a rewrite knows; raises UnparsableError."""
    source = parse(text)
    found: dict[str, int] = {}
    for node in ast.walk(source.tree):
        for replacement in run(Site(source, node)):
            found.setdefault(apply(text, replacement.edits), getattr(node, "lineno", 1))
    return [(line, after) for after, line in found.items()]


def together(*changes: Iterator[Replacement]) -> Iterator[Replacement]:
    """One proposal that makes several changes; nothing when one of them cannot be made."""
    firsts = [next(change, None) for change in changes]
    if all(first is not None for first in firsts):
        yield Replacement(tuple(edit for first in firsts if first for edit in first.edits))


def previous(site: Site, statement: ast.stmt) -> ast.stmt | None:
    """The statement before this one in its block."""
    return _neighbour(site, statement, -1)


def following(site: Site, statement: ast.stmt) -> ast.stmt | None:
    """The statement after this one in its block."""
    return _neighbour(site, statement, 1)


def _neighbour(site: Site, statement: ast.stmt, step: int) -> ast.stmt | None:
    for _, block in ast.iter_fields(site.source.parents.get(statement, site.source.tree)):
        if isinstance(block, list) and statement in block:
            place = block.index(statement) + step
            return block[place] if 0 <= place < len(block) else None
    return None


def imported(site: Site, statement: str) -> Iterator[Replacement]:
    """Put an import behind the docstring and the imports from the future; an empty change when it is there."""
    body = site.source.tree.body
    if any(isinstance(each, ast.Import | ast.ImportFrom) and ast.unparse(each) == statement for each in body):
        yield Replacement(())
        return
    for place, each in enumerate(body):
        text = place == 0 and isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
        if not text and not (isinstance(each, ast.ImportFrom) and each.module == "__future__"):
            start = site.source.lines.offset(site.source.lines.position(site.source.whole(each).start)[0])
            apart = "\n\n" if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else ""
            yield site.splice(start, start, f"{statement}\n{apart}")
            return


def names_in(node: ast.AST, context: type[ast.expr_context] | None = None) -> set[str]:
    """The names below a node, or those that are read or written."""
    found = (each for each in ast.walk(node) if isinstance(each, ast.Name))
    return {each.id for each in found if context is None or isinstance(each.ctx, context)}


def _ask(run: Rewrite, given: str) -> list[str]:
    return [after for _, after in proposed(run, given)]


def _unparsable(_run: Rewrite, _given: str, answer: list[str]) -> str | None:
    for text in answer:
        try:
            compile(text, "<rewrite>", "exec", dont_inherit=True)
        except SyntaxError as error:
            return f"{text!r} does not compile: {error.msg}"
    return None


def _same(_run: Rewrite, given: str, answer: list[str]) -> str | None:
    return "proposes the original" if given in answer else None


def _differs(run: Rewrite, given: str, answer: list[str]) -> str | None:
    return None if _ask(run, given) == answer else "proposes something else the second time"


REWRITE: Contract[Rewrite, str, list[str]] = Contract(
    "rewrite",
    _ask,
    (
        Law("every proposal compiles", _unparsable),
        Law("every proposal changes something", _same),
        Law("same proposals twice", _differs),
    ),
)

Kind: TypeAlias = Literal["expression", "algorithm"]


def rewrite(
    *, examples: list[Example[str, list[str]]], kind: Kind
) -> Callable[[Rewrite], Part[Rewrite, str, list[str]]]:
    """Declare a rewrite; one of kind "algorithm" is meant to change how the time grows with the input."""
    return REWRITE.part(examples=examples, facts={"kind": kind})
