"""New functions out of earlier ones: an earlier function as it is, or up to three of them, one after the other."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from aurora.model.answer import Candidate
from aurora.model.record import Record
from aurora.pycode.signature import parse_signature
from aurora.pycode.verdict import parse_tree

CHAINED = "engines.recall.chains"
_LONGEST = 3
_BITS = 6.0  # that naming one of the earlier functions costs


def chains(records: Sequence[Record], name: str, signature: str, key: str) -> Iterator[Candidate]:
    """Functions of that name and signature (`key` is the key of it) made of the answers of records, short ones first.

    Types must be the same where one function hands its result to the next; only the first may take several values.
    """
    whole = {each.func_name: each for each in records if _functions(each.snippet)}
    given, _, result = key.partition("->")
    parameters = ", ".join(each.name for each in parse_signature(signature).parameters)
    for length in range(1, min(_LONGEST, len(whole)) + 1):
        for chain in permutations(whole.values(), length):
            if _fits(chain, given, result):
                code = _code(chain, name, signature, parameters)
                if code:
                    parts = dict.fromkeys(part for each in chain for part in each.components)
                    yield Candidate(code, CHAINED, _BITS * length, tuple(parts))


def _fits(chain: Sequence[Record], given: str, result: str) -> bool:
    ends = [given, *(each.sig_key.partition("->")[2] for each in chain)]
    starts = [*(each.sig_key.partition("->")[0] for each in chain), result]
    return all(ends) and ends == starts


def _code(chain: Sequence[Record], name: str, signature: str, parameters: str) -> str:
    """The earlier functions and one that calls them; empty when two different ones have one name."""
    known: dict[str, str] = {}
    for each in chain:
        for function, text in _functions(each.snippet).items():
            if known.setdefault(function, text) != text:
                return ""
    if name in known:
        return chain[0].snippet if len(chain) == 1 and chain[0].func_name == name else ""
    call = parameters
    for each in chain:
        call = f"{each.func_name}({call})"
    return "\n\n".join([*known.values(), f"{signature.rstrip().rstrip(':')}:\n    return {call}\n"])


def _functions(snippet: str) -> Mapping[str, str]:
    """The functions and imports of a snippet by name; nothing when it holds something else."""
    try:
        nodes = parse_tree(snippet).body
    except (SyntaxError, ValueError):
        return {}
    found = {
        node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node): ast.unparse(node)
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom)
    }
    return found if len(found) == len(nodes) else {}
