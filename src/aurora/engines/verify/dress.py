"""Gives an answer what a reader looks for: types in its head, the words and examples that run in its docstring."""

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence

from aurora.engines.verify.behaviour import Behaviour, Call
from aurora.engines.verify.plan import Plan
from aurora.pycode.asserts import Assertion
from aurora.pycode.format import document, pretty
from aurora.pycode.signature import infer_signature
from aurora.pycode.trees import expression_of, tree_of

_EXAMPLES = 3
_WIDTH = 84  # of a line of a docstring, and of each line of an example
_UNNAMED = re.compile(r"\b(Any|Never|Callable|Iterator)\b")  # types that would need an import, or say nothing
_REQUEST = re.compile(r"^(please )?(write|create|implement|make) (me )?an? (python )?function (to|that) (?=\w)", re.I)


def dressed(code: str, name: str, words: str, assertions: Sequence[Assertion], examples: Sequence[str]) -> str:
    """The code, printed anew, with the types that all examples have and a docstring of words and example lines at its
    function `name`, where types are missing; the code as it is when there is no such function."""
    tree = tree_of(code)
    main = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)
    if main is None:
        return code
    _annotate(main, assertions)
    told = _docstring(words, examples)
    text = ast.unparse(tree)
    return pretty(document(text, told, name) if told else text)


def _annotate(main: ast.FunctionDef, assertions: Sequence[Assertion]) -> None:
    seen = infer_signature(main.name, assertions)
    if len(seen.parameters) != len(main.args.args):
        return
    for argument, parameter in zip(main.args.args, seen.parameters, strict=True):
        argument.annotation = argument.annotation or _annotation(parameter.annotation)
    main.returns = main.returns or _annotation(seen.returns)


def _annotation(text: str) -> ast.expr | None:
    """An annotation that needs no import: `list` for `list[Never]`."""
    if _UNNAMED.search(text):
        head = text.partition("[")[0]
        text = head if head in ("list", "dict", "set", "tuple") else ""
    return expression_of(text).body if text else None


def _docstring(words: str, examples: Sequence[str]) -> str:
    told = _REQUEST.sub("", " ".join(words.split()))
    told = told[:1].upper() + told[1:]
    if told and told[-1].isalnum():
        told += "."
    lines = textwrap.wrap(told, _WIDTH) or (["As these examples show:"] if examples else [])
    return "\n".join([*lines, *([""] if examples else []), *examples])


def doctests(plan: Plan, behaviour: Behaviour) -> list[str]:
    """The lines of some examples as an interactive session shows them, of different answers where there are; the
    answers are those that were measured."""
    given = [call for call in behaviour.calls if call.input < plan.given and not call.error and _shows(call, plan)]
    firsts = list({call.out: call for call in reversed(given)}.values())[::-1]
    chosen = [*firsts, *(call for call in given if call not in firsts)][:_EXAMPLES]
    return [line for call in sorted(chosen, key=lambda call: call.input) for line in _session(call, plan)]


def _session(call: Call, plan: Plan) -> Iterator[str]:
    asked = plan.calls[call.input]
    if call.type in ("set", "frozenset"):
        yield from (f">>> {asked} == {call.shown}", "True")
    else:
        yield from (f">>> {asked}", call.shown)


def _shows(call: Call, plan: Plan) -> bool:
    """Whether a session would show the answer again as it is, on one line that is not too long."""
    try:
        ast.literal_eval(call.shown)
    except (ValueError, SyntaxError):
        return False
    return call.shown != "None" and max(map(len, (plan.calls[call.input], call.shown))) <= _WIDTH
