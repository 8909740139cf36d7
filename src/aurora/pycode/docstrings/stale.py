"""Docstrings compared with their code: names, errors and results that they claim and the code does not have."""

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aurora.model.finding import Finding, Severity, Sources
from aurora.pycode.docstrings.definitions import Definition, Module
from aurora.pycode.docstrings.sections import Claim, Sections, sections_of
from aurora.pycode.names import nearest
from aurora.pycode.signature import ParameterKind
from aurora.pycode.verdict import parse_tree

_TYPES = frozenset({"int", "str", "float", "bool", "list", "dict", "set", "tuple", "bytes", "frozenset"})
_OF_OPERANDS = (TypeError, AttributeError, OverflowError, MemoryError, RecursionError, NameError)


@dataclass(frozen=True, slots=True)
class Errors:
    """The exceptions that a project defines: name -> names of its bases; and the names that its code uses otherwise
    than to define, import or handle them."""

    bases: Mapping[str, tuple[str, ...]]
    used: frozenset[str]

    def is_below(self, name: str, other: str, seen: frozenset[str] = frozenset()) -> bool | None:
        """Whether an exception is `other` or below it; None when that is not known.

        `seen` are the names on the way here: one that comes back (`class Group(other.Group)`) tells nothing.
        """
        if name == other:
            return True
        if name in seen:
            return None
        if name in self.bases:
            above = [self.is_below(base, other, seen | {name}) for base in self.bases[name]]
            return True if True in above else None if None in above else False
        kinds = [getattr(builtins, each, None) for each in (name, other)]
        if all(isinstance(each, type) for each in kinds):
            return issubclass(kinds[0], kinds[1])  # type: ignore[arg-type]
        return False if other in self.bases and kinds[0] is not None else None

    def unused(self, name: str) -> bool:
        """Whether the project defines an exception and never names it or one below it where it could be raised."""
        below = [each for each in self.bases if self.is_below(each, name) is not False]
        return name in self.bases and not self.used.intersection(below)


def errors_of(files: Sources) -> Errors:
    """The exceptions of the files; what does not parse is left out."""
    bases: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    for path, text in files.items():
        if path.endswith(".py"):
            try:
                tree = parse_tree(text)
            except (SyntaxError, ValueError, RecursionError):
                continue
            bases |= {node.name: tuple(_last(each) for each in node.bases) for node in ast.walk(tree)
                      if isinstance(node, ast.ClassDef) and node.bases}  # fmt: skip
            used |= set(_used(tree))
    return Errors(bases, frozenset(used))


def _used(node: ast.AST) -> Iterator[str]:
    for name, value in ast.iter_fields(node):
        if (isinstance(node, ast.ExceptHandler) and name == "type") or (
            isinstance(node, ast.ClassDef) and name == "bases"
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Name | ast.Attribute):
                yield _last(child)
            if isinstance(child, ast.AST):
                yield from _used(child)


def _last(node: ast.expr) -> str:
    return ast.unparse(node).partition("[")[0].rpartition(".")[2]


def stale(path: str, module: Module, errors: Errors) -> Iterator[Finding]:
    """What the docstrings of a module claim and its code does not have."""
    for each in module.definitions:
        if each.docstring is not None:
            claims = sections_of(each.docstring.text)
            for line, rule, message, severity, advice in _told(each, claims, errors):
                yield Finding(path, each.docstring.line + line, 1, rule, message, severity, advice)


def _told(each: Definition, claims: Sections, errors: Errors) -> Iterator[tuple[int, str, str, Severity, str]]:
    yield from _parameters(each, claims.of("parameter"))
    for claim in claims.of("raises"):
        if why := _cannot(each, claim.name.rpartition(".")[2], errors):
            message = f"The docstring of `{each.name}` says that it raises {claim.name}, and {why}."
            yield claim.line, "stale-raise", message, Severity.WARNING, "Remove it, or raise it."
    returned = (*claims.of("returns"), *claims.of("yields"))
    if returned and each.kind in ("function", "method") and _gives_nothing(each):
        message = f"The docstring of `{each.name}` describes a result, and it gives none."
        yield returned[0].line, "stale-return", message, Severity.WARNING, "Remove the section."


def _parameters(each: Definition, claims: Sequence[Claim]) -> Iterator[tuple[int, str, str, Severity, str]]:
    known = {given.name: given for given in (*each.signature.parameters, *each.attributes)}
    open_ended = any(given.kind is ParameterKind.KEYWORDS for given in each.signature.parameters)
    inherited = each.kind == "class" and not each.signature.parameters and bool(each.bases)
    for claim in claims:
        if claim.name not in known and not open_ended and not inherited:
            near = nearest(claim.name, known)
            message = f"The docstring of `{each.name}` describes `{claim.name}`, which is no parameter."
            advice = f"Did you mean `{near[0]}`?" if near else "Remove it."
            yield claim.line, "stale-parameter", message, Severity.WARNING, advice
        elif claim.name in known:
            declared = known[claim.name].annotation.partition("[")[0]
            said = claim.type.partition("[")[0]
            if {said, declared} <= _TYPES and said != declared:
                message = (
                    f"The docstring of `{each.name}` says that `{claim.name}` is {said}; it is declared {declared}."
                )
                yield claim.line, "stale-type", message, Severity.WARNING, f"Write {declared}."
    named = {claim.name for claim in claims}
    missing = [
        given.name
        for given in each.signature.parameters
        if given.name not in named and given.kind not in (ParameterKind.VARIADIC, ParameterKind.KEYWORDS)
    ]
    if named and missing and each.kind != "class":
        message = f"The docstring of `{each.name}` describes other parameters, but not {', '.join(missing)}."
        yield claims[0].line, "missing-parameter", message, Severity.NOTE, "Describe it too."


def _cannot(each: Definition, claimed: str, errors: Errors) -> str:
    """Why a documented exception cannot happen; empty when it may, or nobody can tell."""
    if errors.unused(claimed):
        return "nothing in the project raises it"
    kind = getattr(builtins, claimed, None)
    raised = [errors.is_below(found.type.rpartition(".")[2], claimed) for found in each.body.raises]
    known = isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, _OF_OPERANDS)
    vague = claimed in ("Exception", "ArithmeticError", "StopIteration", "RuntimeError")
    if (
        known
        and not vague
        and each.body.quiet
        and not each.body.stub
        and not any(found is not False for found in raised)
    ):
        return "no statement of it can"
    return ""


def _gives_nothing(each: Definition) -> bool:
    body, text = each.body, each.docstring.text.lower() if each.docstring else ""
    told = "none" in text or each.signature.returns not in ("", "None")
    return not body.values and not body.generates and not body.stub and not told and not body.decorated
