"""Programs of the search as Python functions that people read."""

import ast
import re
from collections.abc import Iterable, Mapping

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.definitions import Helpers
from aurora.engines.synthesis.problem import signature_of
from aurora.engines.synthesis.simplify import simplified
from aurora.engines.synthesis.standard import module_of
from aurora.pycode.signature import render as render_signature
from aurora.pycode.trees import tree_of
from aurora.registry.declare import AnyPart

_IMPORTS: Mapping[str, str] = {
    "math": "import math",
    "re": "import re",
    "Counter": "from collections import Counter",
    "reduce": "from functools import reduce",
    "cache": "from functools import cache",
    **{
        name: f"from itertools import {name}"
        for name in (
            "accumulate", "combinations", "dropwhile", "groupby", "permutations", "product", "takewhile", "zip_longest",
        )
    },
}  # fmt: skip
_WORD = re.compile(r"\b[A-Za-z_]\w*")


def expression(entry: Entry) -> tuple[str, int]:
    """The text of a program and its binding strength."""
    if entry.operator is None:
        return entry.text, entry.strength
    return entry.operator.text([expression(argument) for argument in entry.arguments]), entry.operator.strength


def components_of(entry: Entry) -> tuple[str, ...]:
    """The ids of the components that a program is made of."""
    found = (item.operator.component for item in entry.walk() if item.operator and item.operator.component)
    return tuple(dict.fromkeys(found))


def function(problem: Problem, entry: Entry, parts: Mapping[str, AnyPart]) -> str:
    """The program as a whole function with docstring, helper functions and imports."""
    used = [parts[name] for name in components_of(entry)]
    before = dict.fromkeys(item.operator.prelude for item in entry.walk() if item.operator and item.operator.prelude)
    return written(problem, "\n".join([*before, f"return {simplified(expression(entry)[0])}"]), used)


def written(problem: Problem, body: str, used: Iterable[AnyPart] = ()) -> str:
    """A function of the problem's name around a body of statements that may call the components `used`."""
    helpers = Helpers(used, problem.name)
    main = f"{head(problem)}\n{_indented(docstring(problem))}{_indented(helpers.renamed(body))}"
    whole = "\n\n\n".join([*helpers.sources, main.rstrip()])
    imports = sorted({*helpers.imports, *imports_of(body, problem.parameters)})
    return "\n".join([*imports, "", "", whole]) + "\n" if imports else f"{whole}\n"


def head(problem: Problem) -> str:
    """The line `def f(a, b):`."""
    signature = signature_of(problem.task.signature, problem.name)
    if signature.names != problem.parameters:
        return f"def {problem.name}({', '.join(problem.parameters)}):"
    return f"{render_signature(signature)}:"


def docstring(problem: Problem) -> str:
    """The prompt as a docstring, empty when there are no words."""
    words = " ".join(problem.task.prompt.split())
    if not words:
        return ""
    words = re.sub(r"^Write a (python )?function (to|that) (?=\w)", "", words, flags=re.IGNORECASE)
    words = words[:1].upper() + words[1:]
    return f'"""{words.replace(chr(92), chr(92) * 2).replace(chr(34) * 3, chr(39) * 3).rstrip(chr(34))}"""\n'


def imports_of(text: str, taken: Iterable[str] = ()) -> set[str]:
    """The import lines for what the operators use, except names that are `taken` by parameters."""
    nodes = list(ast.walk(tree_of(_wrapped(text))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)} - set(taken)
    paths = {ast.unparse(node).rpartition(".")[0] for node in nodes if isinstance(node, ast.Attribute)}
    modules = {module_of(path) for path in paths if path.partition(".")[0] in names}
    return {_IMPORTS[name] for name in names & _IMPORTS.keys()} | {f"import {name}" for name in modules if name}


def _wrapped(text: str) -> str:
    return f"def wrapped():\n{_indented(text)}"


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())
