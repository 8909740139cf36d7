"""How many of the words that ask for a function its program explains."""

import ast
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from aurora.pycode.names import split_words
from aurora.pycode.trees import tree_of

_EMPTY = (
    "a an and any are as at be by can do each every for from function given has have if in into is it its not of on "
    "one or other program python return returned returns that the their them then there they this those to using which "
    "with write find get check given takes argument arguments input output result value values whether when where "
    "regex lambda list lists tuple tuples array string strings text number numbers integer integers element elements "
    "item items specified particular following need first second third must should able"
)
_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "Add": "sum add plus total append join concatenate combine together increase later",
        "Sub": "difference subtract minus remove without decrease distance before",
        "Mult": "product multiply times repeat square double area",
        "Div": "divide quotient average mean ratio half per",
        "FloorDiv": "divide quotient half down",
        "Mod": "remainder even odd divisible multiple modulo wrap round cycle",
        "Pow": "power square cube exponent",
        "Lt": "smaller less fewer below under before least than",
        "Gt": "greater larger more above over bigger most than",
        "LtE": "most smaller less between at up",
        "GtE": "least greater more between from",
        "Eq": "equal same match identical",
        "NotEq": "different unequal other except",
        "Slice": "first last part sub beginning end characters rotate reverse",
        "Subscript": "first last item element index position",
        "sorted": "sort order ascending descending alphabetical smallest largest highest lowest",
        "len": "length count number many size how",
        "sum": "sum total add count number average",
        "max": "maximum largest greatest highest longest biggest most",
        "min": "minimum smallest least lowest shortest fewest",
        "set": "unique distinct duplicate different common",
        "split": "words word separate parts space",
        "join": "joined concatenate combine text string",
        "upper": "upper case capital uppercase",
        "lower": "lower case small lowercase",
        "reversed": "reverse backwards",
        "filter": "filter keep only those",
        "comprehension": "all list elements items those",
        "dict": "dictionary map counts name names",
        "str": "string text digits character",
        "int": "integer number digit",
        "isdigit": "digit number numeric",
        "strip": "spaces trim white both ends",
        "zip": "pair pairs corresponding together column",
    }
)


def content_words(text: str) -> frozenset[str]:
    """The words of a request that say something, by their stems."""
    words = (word for piece in re.findall(r"[^\W_]+", text) for word in split_words(piece))
    return frozenset(
        stem(word) for word in words if word not in _EMPTY.split() and not (len(word) < 2 and word.isalpha())
    )


def coverage(request: str, code: str, name: str) -> tuple[float, float]:
    """(told, asked): the part (0 to 1) of the request's content words that the function `name` of the code explains, by
    its constructs and the names and docstrings of the functions that it calls, and the part of the words in those names
    that the request has; one half where there are no such words."""
    wanted = content_words(request)
    tree = tree_of(code)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    main = functions.pop(name, tree)
    called = {node.id for node in ast.walk(main) if isinstance(node, ast.Name)} & functions.keys()
    names = content_words(" ".join(called))
    docstrings = (ast.get_docstring(functions[helper]) or "" for helper in called)
    explained = names | content_words(" ".join([*docstrings, *_words_of(main)]))
    return _part(wanted & explained, wanted), _part(names & wanted, names)


def invented(request: str, code: str, name: str) -> int:
    """How many constants the function `name` of the code has that the request does not name; numbers from -1 to 2 and
    marks of punctuation are not counted."""
    functions = (node for node in tree_of(code).body if isinstance(node, ast.FunctionDef) and node.name == name)
    nodes = [node for function in functions for statement in function.body for node in ast.walk(statement)]
    docstrings = {node.value for node in nodes if isinstance(node, ast.Expr)}
    values = [node.value for node in nodes if isinstance(node, ast.Constant) and node not in docstrings]
    return sum(_is_particular(value) and str(value).lower() not in request.lower() for value in values)


def _is_particular(value: object) -> bool:
    """Whether a constant must come from somewhere."""
    match value:
        case bool() | None:
            return False
        case int() | float():
            return not -1 <= value <= 2
        case str():
            return any(map(str.isalnum, value))
    return True


def meanings(node: ast.AST) -> str:
    """The words that an operation may stand for, those of its name before them when it is a call; "" for any other."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return f"{' '.join(split_words(name))} {_MEANINGS.get(name, '')}"
    return _MEANINGS.get(type(node).__name__, "")


def _part(some: frozenset[str], of: frozenset[str]) -> float:
    return len(some) / len(of) if of else 0.5


def _words_of(tree: ast.AST) -> Iterable[str]:
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if node in docstrings:
            continue
        yield str(node.value) if isinstance(node, ast.Constant) else meanings(node)


def stem(word: str) -> str:
    """A word without its ending, by which its forms are told to be one."""
    for ending in ("ing", "ied", "ies", "es", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)[:6].rstrip("e")
    return word[:6].rstrip("e") if len(word) > 3 else word
