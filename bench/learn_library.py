"""Library learning: what solved programs have in common, as functions, and what these would save on others.

Run: python -m bench.learn_library RESULTS.jsonl ... --out bench/library.json [--rounds 8]

Reads the solved rows of `aurora eval synth` and the verified records of a corpus. One half of the programs (by the
hash of their text) is compressed by stitch (Bowers et al., "Top-down synthesis for library learning", POPL 2023;
optional extra `library`); an abstraction pays when programs of the other half that contain it get shorter by more
than the abstraction itself is long. Those that pay are for a person to name, type and document as components.
"""

import argparse
import ast
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

Tree: TypeAlias = "str | tuple[Tree, ...]"

_OPERATORS: dict[type, str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=",
    ast.Gt: ">", ast.GtE: ">=", ast.In: "in", ast.NotIn: "not_in", ast.And: "and", ast.Or: "or", ast.Not: "not",
    ast.USub: "neg",
}  # fmt: skip


class UnsupportedError(Exception):
    """A program has a construct that is not written as a term."""


@dataclass(slots=True)
class Terms:
    """Writes expressions as terms with variables by their distance (de Bruijn), and terms as expressions."""

    constants: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)  # of parameters, by their place

    def term(self, node: ast.expr, bound: tuple[str, ...]) -> Tree:
        """An expression as a term; `bound` are the variables around it, the innermost last."""
        match node:
            case ast.Name(id=name):
                return (
                    f"${len(bound) - 1 - bound.index(name)}" if name in bound else f"name:{self.names.get(name, name)}"
                )
            case ast.Constant(value=value):
                return self._constant(repr(value))
            case ast.IfExp(test=test, body=body, orelse=other):
                return self._all("if", (test, body, other), bound)
            case ast.Call(keywords=[]):
                return self._call(node, bound)
            case ast.Subscript():
                return self._part(node, bound)
            case ast.ListComp() | ast.GeneratorExp():
                return self._comprehension(node, bound)
        return self._operation(node, bound)

    def _operation(self, node: ast.expr, bound: tuple[str, ...]) -> Tree:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                return self._all(_OPERATORS.get(type(op), ""), (left, right), bound)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._all(_OPERATORS.get(type(op), ""), (left, right), bound)
            case ast.BoolOp(op=op, values=[left, right]):
                return self._all(_OPERATORS[type(op)], (left, right), bound)
            case ast.UnaryOp(op=op, operand=operand):
                return self._all(_OPERATORS.get(type(op), ""), (operand,), bound)
        raise UnsupportedError(type(node).__name__)

    def _call(self, node: ast.Call, bound: tuple[str, ...]) -> Tree:
        match node.func:
            case ast.Name(id=name) if name not in bound:
                return self._all(f"call:{name}", node.args, bound)
            case ast.Attribute(value=value, attr=name):
                return self._all(f"method:{name}", (value, *node.args), bound)
        raise UnsupportedError("call")

    def _part(self, node: ast.Subscript, bound: tuple[str, ...]) -> Tree:
        match node.slice:
            case ast.Slice(lower=low, upper=high, step=None):
                form = f"slice:{'a' * bool(low)}:{'b' * bool(high)}"
                return self._all(form, [part for part in (node.value, low, high) if part], bound)
            case ast.Slice():
                raise UnsupportedError("step")
        return self._all("item", (node.value, node.slice), bound)

    def _all(self, head: str, parts: Iterable[ast.expr], bound: tuple[str, ...]) -> Tree:
        if not head:
            raise UnsupportedError("operator")
        return (head, *(self.term(part, bound) for part in parts))

    def _constant(self, text: str) -> str:
        if text not in self.constants:
            self.constants.append(text)
        return f"const:{self.constants.index(text)}"

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp, bound: tuple[str, ...]) -> Tree:
        match node.generators:
            case [ast.comprehension(target=ast.Name(id=name), iter=source, ifs=conditions)] if len(conditions) < 2:
                inner = (*bound, name)
                bodies = [("lam", self.term(part, inner)) for part in (node.elt, *conditions)]
                return ("filter_map" if conditions else "map", *bodies, self.term(source, bound))
        raise UnsupportedError("comprehension")

    def text(self, tree: Tree, bound: tuple[str, ...] = ()) -> str:
        """A term as an expression; the holes `#0`, `#1` of an abstraction are its parameters a, b, c."""
        if isinstance(tree, str):
            return self._leaf(tree, bound)
        head, *parts = tree
        name = "item" + "s" * len(bound)
        if head == "map":
            return f"[{self.text(parts[0][1], (*bound, name))} for {name} in {self.text(parts[1], bound)}]"
        if head == "filter_map":
            made, kept = (self.text(part[1], (*bound, name)) for part in parts[:2])
            return f"[{made} for {name} in {self.text(parts[2], bound)} if {kept}]"
        shown = [self.text(part, bound) for part in parts]
        return _applied(self.text(head, bound) if isinstance(head, tuple) else head, shown)

    def _leaf(self, leaf: str, bound: tuple[str, ...]) -> str:
        if leaf.startswith("#"):
            return "abcdefg"[int(leaf[1:])]
        if leaf.startswith("$"):
            return bound[len(bound) - 1 - int(leaf[1:])]
        kind, _, rest = leaf.partition(":")
        return self.constants[int(rest)] if kind == "const" else rest or leaf


def _applied(head: str, shown: Sequence[str]) -> str:
    kind, _, name = head.partition(":")
    if kind == "call":
        return f"{name}({', '.join(shown)})"
    if kind == "method":
        return f"{shown[0]}.{name}({', '.join(shown[1:])})"
    if kind == "slice" and len(shown) == len(name):
        rest = iter(shown[1:])
        return f"{shown[0]}[{':'.join(next(rest) if part else '' for part in name.split(':'))}]"
    special = {"if": "({1} if {0} else {2})", "item": "{0}[{1}]", "neg": "-{0}", "not": "(not {0})"}
    if head in special and len(shown) == special[head].count("{"):
        return special[head].format(*shown)
    sign = head.replace("_", " ")
    return f"({f' {sign} '.join(shown)})" if len(shown) > 1 else f"{head}({', '.join(shown)})"


def written(tree: Tree) -> str:
    """A term as stitch reads it."""
    return tree if isinstance(tree, str) else f"({' '.join(map(written, tree))})"


def parsed(text: str) -> Tree:
    """The term that `written` wrote."""
    stack: list[list[Any]] = [[]]
    for token in text.replace("(", " ( ").replace(")", " ) ").split():
        if token == "(":
            stack.append([])
        elif token == ")":
            inner = tuple(stack.pop())
            stack[-1].append(inner)
        else:
            stack[-1].append(token)
    (tree,) = stack[0]
    made: Tree = tree
    return made


def size(tree: Tree) -> int:
    """How many leaves a term has."""
    return 1 if isinstance(tree, str) else sum(map(size, tree))


def fits(pattern: Tree, tree: Tree, holes: dict[str, Tree]) -> bool:
    """Whether a term is an instance of an abstraction; fills in what its holes stand for."""
    if isinstance(pattern, str):
        if pattern.startswith("#"):
            return holes.setdefault(pattern, tree) == tree
        return pattern == tree
    return (
        isinstance(tree, tuple)
        and len(tree) == len(pattern)
        and all(fits(part, whole, holes) for part, whole in zip(pattern, tree, strict=True))
    )


def steps(tree: Tree) -> int:
    """How many operations a term has."""
    return 0 if isinstance(tree, str) else 1 + sum(map(steps, tree))


def expanded(tree: Tree, known: Mapping[str, Tree]) -> Tree:
    """A term without calls of earlier abstractions."""
    if isinstance(tree, str):
        return known.get(tree, tree)
    head, *rest = tree
    parts = [expanded(part, known) for part in rest]
    if isinstance(head, str) and head in known:
        return _filled(known[head], parts)
    return (expanded(head, known), *parts)


def _filled(tree: Tree, parts: Sequence[Tree]) -> Tree:
    if isinstance(tree, str):
        return parts[int(tree[1:])] if tree.startswith("#") else tree
    return tuple(_filled(part, parts) for part in tree)


def saved(pattern: Tree, tree: Tree) -> int:
    """How much shorter a program gets when every instance of an abstraction in it becomes a call."""
    holes: dict[str, Tree] = {}
    if fits(pattern, tree, holes):
        return size(tree) - 1 - sum(map(size, holes.values())) + sum(saved(pattern, part) for part in holes.values())
    return 0 if isinstance(tree, str) else sum(saved(pattern, part) for part in tree)


def programs(paths: Iterable[Path]) -> Iterator[str]:
    """The solved functions of results and the verified ones of a corpus."""
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            if row.get("solved") is True and row.get("code"):
                yield row["code"]
            elif row.get("verdict") == "verified" and row.get("snippet"):
                yield row["snippet"]


def bodies(terms: Terms, codes: Iterable[str]) -> Iterator[Tree]:
    """The last function of each program as a term, when it is one returned expression."""
    for code in codes:
        functions = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
        returned = [node for node in functions[-1].body if not isinstance(node, ast.Expr)] if functions else []
        match returned:
            case [ast.Return(value=ast.expr() as value)]:
                terms.names = {item.arg: f"argument{place}" for place, item in enumerate(functions[-1].args.args)}
                try:
                    yield terms.term(value, ())
                except UnsupportedError:
                    continue


def _half(tree: Tree) -> int:
    return hashlib.sha256(written(tree).encode()).digest()[0] % 2


def learned(train: Sequence[Tree], held: Sequence[Tree], rounds: int) -> list[dict[str, Any]]:
    """The abstractions of the first programs, each with what it saves on the others."""
    import stitch_core

    result = stitch_core.compress(list(map(written, train)), iterations=rounds, max_arity=3)
    rows: list[dict[str, Any]] = []
    known: dict[str, Tree] = {}
    for abstraction in result.abstractions:
        pattern = known[abstraction.name] = expanded(parsed(abstraction.body), known)
        gain = sum(saved(pattern, tree) for tree in held)
        uses = sum(saved(pattern, tree) > 0 for tree in held)
        rows.append(
            {"pattern": pattern, "uses": uses, "gain": gain, "pays": gain > size(pattern) and steps(pattern) > 1}
        )
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    terms = Terms()
    unique = sorted({written(tree): tree for tree in bodies(terms, programs(options.results))}.items())
    train = [tree for _, tree in unique if not _half(tree)]
    held = [tree for _, tree in unique if _half(tree)]
    if len(train) < 2 or not held:
        print(f"{len(unique)} programs are too few to learn from", file=sys.stderr)
        return 1
    if find_spec("stitch_core") is None:
        print(
            "stitch is not installed: install the optional extra, uv pip install 'aurora-engineer[library]'",
            file=sys.stderr,
        )
        return 1
    rows = [{**row, "pattern": terms.text(row["pattern"])} for row in learned(train, held, options.rounds)]
    summary = {"train": len(train), "held_out": len(held), "abstractions": rows}
    options.out.write_text(json.dumps(summary, indent=1) + "\n", encoding="utf8")
    for row in rows:
        print(f"{'pays' if row['pays'] else 'does not pay'}: {row['pattern']} (saves {row['gain']} in {row['uses']})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
