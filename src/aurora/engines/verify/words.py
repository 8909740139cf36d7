"""How many of the words that ask for a function its program explains."""

import ast
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from aurora.pycode.names import split_words

_EMPTY = (
    "a an and any are as at be by can do each every for from function given has have if in into is it its not of on "
    "one or other program python return returned returns that the their them then there they this those to using which "
    "with write find get check given takes argument arguments input output result value values whether when where"
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
        _stem(word) for word in words if word not in _EMPTY.split() and not (len(word) < 2 and word.isalpha())
    )


def coverage(request: str, code: str, said: Iterable[str] = ()) -> float:
    """The part (0 to 1) of the request's content words that the code's constructs and names, or words `said` of its
    components, explain; 1.0 when there are no such words."""
    wanted = content_words(request)
    explained = content_words(" ".join([*said, *_words_of(code)]))
    return len(wanted & explained) / len(wanted) if wanted else 1.0


def _words_of(code: str) -> Iterable[str]:
    tree = ast.parse(code)
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if node in docstrings:
            continue
        yield _MEANINGS.get(type(node).__name__, "")
        match node:
            case ast.Constant(value=value):
                yield str(value)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                yield f"{' '.join(split_words(name))} {_MEANINGS.get(name, '')}"


def _stem(word: str) -> str:
    for ending in ("ing", "ied", "ies", "es", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)[:6].rstrip("e")
    return word[:6].rstrip("e") if len(word) > 3 else word
