"""Syntax-guided synthesis by cvc5: a grammar of text or bit-vector operations, one constraint for each example.

See Reynolds et al., "cvc4sy: smart and fast term enumeration for syntax-guided synthesis" (2019). The solver is bounded
by its own count of resources, so that an answer does not depend on how fast the machine is, and by time besides.
"""

from collections.abc import Iterable, Sequence
from typing import Any

WIDTH = 64  # bits of a vector
_SORTS = {str: "string", int: "integer", bool: "boolean"}


class Poser:
    """Puts examples to the solver; `bits` reads whole numbers as bit-vectors."""

    def __init__(self, parameters: Sequence[str], kinds: Sequence[type], wanted: type, *, bits: bool) -> None:
        import cvc5

        self._kind: Any = cvc5.Kind
        self._terms = cvc5.TermManager()
        self._bits = bits
        self._wanted = wanted
        self._solver = cvc5.Solver(self._terms)
        self._kinds = list(kinds)
        self._variables = [
            self._terms.mkVar(self._sort(kind), name) for name, kind in zip(parameters, kinds, strict=True)
        ]

    def solved(self, rows: Iterable[tuple[Sequence[Any], Any]], constants: Sequence[Any], effort: int) -> Any:
        """The body of a function that keeps all rows, as a term of the solver; None when none was found in time.

        `effort` is in resource units of the solver; a million is one to three seconds.
        """
        solver = self._solver
        solver.setOption("sygus", "true")
        solver.setOption("rlimit-per", str(effort))
        solver.setOption("tlimit-per", str(effort // 100))
        solver.setLogic("BV" if self._bits else "SLIA")
        function = solver.synthFun("f", self._variables, self._sort(self._wanted), self._grammar(constants))
        for given, output in rows:
            call = self._terms.mkTerm(self._kind.APPLY_UF, function, *map(self._value, given))
            solver.addSygusConstraint(self._terms.mkTerm(self._kind.EQUAL, call, self._value(output)))
        if not solver.checkSynth().hasSolution():
            return None
        solution = solver.getSynthSolution(function)
        return solution[1] if solution.getKind() == self._kind.LAMBDA else solution

    def _sort(self, kind: type) -> Any:
        if kind is int and self._bits:
            return self._terms.mkBitVectorSort(WIDTH)
        makers = {str: self._terms.getStringSort, int: self._terms.getIntegerSort, bool: self._terms.getBooleanSort}
        return makers[kind]()

    def _value(self, value: Any) -> Any:
        if isinstance(value, bool):
            return self._terms.mkBoolean(value)
        if isinstance(value, int):
            return self._terms.mkBitVector(WIDTH, value) if self._bits else self._terms.mkInteger(value)
        return self._terms.mkString(value)

    def _grammar(self, constants: Sequence[Any]) -> Any:
        kinds = (int, bool) if self._bits else (str, int, bool)
        order = sorted(kinds, key=lambda kind: kind is not self._wanted)
        starts = {kind: self._terms.mkVar(self._sort(kind), _SORTS[kind]) for kind in order}
        grammar = self._solver.mkGrammar(self._variables, list(starts.values()))
        for kind, start in starts.items():
            leaves = [v for v, given in zip(self._variables, self._kinds, strict=True) if given is kind]
            leaves += [self._value(value) for value in constants if type(value) is kind]
            leaves += [self._terms.mkBoolean(True)] if kind is bool else []
            rules = _BITS if self._bits else _TEXTS
            made = [
                self._terms.mkTerm(getattr(self._kind, name), *(starts[part] for part in parts))
                for name, result, parts in rules
                if result is kind
            ]
            grammar.addRules(start, [*leaves, *made])
        return grammar


_TEXTS: tuple[tuple[str, type, tuple[type, ...]], ...] = (
    ("STRING_CONCAT", str, (str, str)),
    ("STRING_SUBSTR", str, (str, int, int)),
    ("STRING_REPLACE", str, (str, str, str)),
    ("STRING_CHARAT", str, (str, int)),
    ("STRING_FROM_INT", str, (int,)),
    ("ITE", str, (bool, str, str)),
    ("STRING_LENGTH", int, (str,)),
    ("STRING_INDEXOF", int, (str, str, int)),
    ("STRING_TO_INT", int, (str,)),
    ("ADD", int, (int, int)),
    ("SUB", int, (int, int)),
    ("STRING_PREFIX", bool, (str, str)),
    ("STRING_SUFFIX", bool, (str, str)),
    ("STRING_CONTAINS", bool, (str, str)),
    ("EQUAL", bool, (int, int)),
)
_BITS: tuple[tuple[str, type, tuple[type, ...]], ...] = (
    ("BITVECTOR_AND", int, (int, int)),
    ("BITVECTOR_OR", int, (int, int)),
    ("BITVECTOR_XOR", int, (int, int)),
    ("BITVECTOR_NOT", int, (int,)),
    ("BITVECTOR_ADD", int, (int, int)),
    ("BITVECTOR_SUB", int, (int, int)),
    ("BITVECTOR_SHL", int, (int, int)),
    ("BITVECTOR_LSHR", int, (int, int)),
    ("ITE", int, (bool, int, int)),
    ("EQUAL", bool, (int, int)),
    ("BITVECTOR_ULT", bool, (int, int)),
)
