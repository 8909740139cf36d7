"""Reads a specification file into the tasks it describes."""

import ast
from pathlib import Path

from aurora.adapters.specs.conditions import read_conditions
from aurora.adapters.specs.outline import Block, outline
from aurora.adapters.specs.source import Line, read_lines
from aurora.adapters.specs.table import read_rows
from aurora.model.errors import SpecError
from aurora.model.spec import Spec, SpecFunction
from aurora.model.task import SynthesisTask
from aurora.pycode.trees import tree_of


def read_spec(path: Path) -> Spec:
    """Read one specification (format: docs/reference/formats.md, section 5).

    Raises `SpecError` with file, line, what is wrong and what was expected; `ContradictionError` when two examples of
    a function cannot both hold.
    """
    lines = read_lines(path)
    if not any(line.text.strip() for line in lines):
        raise SpecError(str(path), 0, "the file is empty.", "a title '# Spec: ...' and at least one function")
    title, blocks = outline(lines)
    names = [block.name for block in blocks]
    functions = (_function(block, tuple(names[:number])) for number, block in enumerate(blocks))
    return Spec(str(path), title, tuple(functions))


def _function(block: Block, earlier: tuple[str, ...]) -> SpecFunction:
    signature, parameters = _signature(block)
    rows = read_rows(block.heading, block.sections.get("Examples", []), block.name, parameters)
    known = (*earlier, block.name)
    task = SynthesisTask(
        prompt=" ".join(line.text.strip() for line in block.sections.get("Description", []) if line.text.strip()),
        name=block.name,
        signature=signature,
        asserts=tuple(f"assert {row.call(block.name)} == {row.out!r}" for row in rows),
        preconditions=read_conditions(block.sections.get("Preconditions", []), parameters, known, after=False),
        postconditions=read_conditions(block.sections.get("Postconditions", []), parameters, known, after=True),
    )
    return SpecFunction(task, block.heading.number, earlier)


def _signature(block: Block) -> tuple[str, list[str]]:
    example = f"def {block.name}(a: int) -> int"
    fences = ("```", "~~~")
    code = [line for line in block.head if line.text.strip() and not line.text.lstrip().startswith(fences)]
    if not code:
        block.heading.refuse(f"{block.name!r} has no signature.", f"a line like '{example}' fenced as python")
    first = code[0]
    text = " ".join(line.text.strip() for line in code).rstrip(":. ")
    definition = _parse(first, text, example)
    if definition.name != block.name:
        first.refuse(f"the signature defines {definition.name!r}, the heading {block.name!r}.", f"'{example}'")
    arguments = definition.args
    if arguments.vararg or arguments.kwarg or arguments.kwonlyargs:
        first.refuse("the signature has starred parameters.", "plain parameters, a column of the table each")
    parameters = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    if {"out", "ret"} & set(parameters):
        first.refuse("a parameter is named 'out' or 'ret'.", "another name: these two stand for the answer")
    return text, parameters


def _parse(line: Line, text: str, example: str) -> ast.FunctionDef:
    try:
        body = tree_of(f"{text}: ...").body
    except SyntaxError as error:
        line.refuse(f"the signature does not parse: {error.msg}.", f"something like '{example}'")
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef):
        line.refuse("this is not the signature of one function.", f"something like '{example}'")
    return body[0]
