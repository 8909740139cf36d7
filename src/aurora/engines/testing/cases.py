"""One call of a target as source text, and how calls are made, changed and written."""

import ast
import copy
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from aurora.engines.testing.targets import Kind, Parameter, Target
from aurora.pycode.trees import expression_of
from aurora.pycode.values import samples

_GUESSES = ("int", "str", "list[int]", "list[str]", "float", "dict[str, int]", "bool")  # for what has no annotation
_COLUMN = 16  # values of a parameter
_KNOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(  # arguments of constructors of the standard library
    {
        "date": ("2024, 2, 29", "2023, 12, 31", "2000, 1, 1", "2024, 3, 1"),
        "datetime": ("2024, 2, 29, 12, 30", "2023, 12, 31, 23, 59, 59", "2000, 1, 1"),
        "timedelta": ("0", "1", "days=-1", "hours=36"),
        "Decimal": ("'0'", "'1'", "'-1.5'", "'99.99'"),
        "Fraction": ("0", "1, 3", "-5, 2"),
        "Path": ("'a/b.txt'", "'.'", "'/tmp/x.tar.gz'"),
        "bytes": ("b''", "b'abc'", "b'\\x00\\xff'"),
    }
)


@dataclass(frozen=True, slots=True)
class Case:
    """The source texts of a call: of the receiver, of calls made on it before, of the arguments."""

    target: str
    arguments: tuple[str, ...]
    receiver: str = ""
    before: tuple[str, ...] = ()  # "push(3)"


class Maker:
    """Makes the first cases of targets: by annotation, else by guesses; classes of the module by their constructors."""

    def __init__(
        self, classes: Mapping[str, Sequence[Parameter]], members: Mapping[str, Sequence[str]], seed: int
    ) -> None:
        self._classes, self._members = classes, members
        self._chance, self._seed = random.Random(seed), seed

    def cases(self, target: Target, count: int) -> list[Case]:
        """At most so many different cases of a target."""
        found: dict[Case, None] = {}
        columns = [self._column(each) for each in target.parameters]
        makes = [self._column(each) for each in target.makes]
        for number in range(count):
            arguments = self._row(columns, target.parameters, number)
            receiver = ""
            if target.kind in (Kind.METHOD, Kind.PROPERTY):
                receiver = f"{target.owner}({', '.join(self._row(makes, target.makes, number))})"
            found[Case(target.name, arguments, receiver)] = None
        return list(found)

    def _row(self, columns: Sequence[Sequence[str]], parameters: Sequence[Parameter], number: int) -> tuple[str, ...]:
        """One text for each parameter that is given; the first rows go down the columns, later ones are mixed."""
        row: list[str] = []
        for column, parameter in zip(columns, parameters, strict=True):
            if parameter.default and (parameter.default.startswith("field(") or self._chance.random() < 0.3):
                continue
            text = column[number] if number < len(column) // 2 else self._chance.choice(column)
            positional = not parameter.keyword and len(row) == parameters.index(parameter)
            row.append(text if positional else f"{parameter.name}={text}")
        return tuple(row)

    def _column(self, parameter: Parameter, depth: int = 0) -> list[str]:
        annotation = parameter.annotation
        if not annotation:
            named = [name for name in self._classes if name.lower() == parameter.name.replace("_", "").lower()]
            if named and depth < 2:  # `invoice` is most likely an `Invoice`
                return self._objects(named[0], depth)
            default = [parameter.default] if parameter.default and "(" not in parameter.default else []
            guesses = _GUESSES if not default else (_kind_of(default[0]),)
            columns = [_values(each, self._seed) for each in guesses if each]
            return [*default, *(text for row in zip(*columns, strict=False) for text in row)] or ["None"]
        if made := self._made(annotation, depth):
            return made
        last = annotation.partition("[")[0].rpartition(".")[2]
        if last == "Callable":
            return ["str", "lambda value: value", "bool"]
        if last in _KNOWN:
            return [f"{annotation}({given})" for given in _KNOWN[last]]
        return _values(annotation, self._seed)

    def _made(self, annotation: str, depth: int) -> list[str]:
        """Texts for an annotation that names a class of the module, alone, optional or in a list."""
        names = [word for word in (*self._members, *self._classes) if word in _words(annotation)]
        if not names or depth > 1:
            return []
        texts = list(self._members.get(names[0], ())) or self._objects(names[0], depth)
        if annotation.partition("[")[0] in ("list", "Sequence", "Iterable", "tuple", "Collection"):
            several = [f"[{', '.join(texts[: number + 1])}]" for number in range(min(4, len(texts)))]
            return ["[]", *(f"[{text}]" for text in texts[:3]), *several]
        return [*texts, *(["None"] if "None" in annotation or "Optional" in annotation else [])]

    def _objects(self, name: str, depth: int) -> list[str]:
        parameters = self._classes[name]
        columns = [self._column(each, depth + 1) for each in parameters]
        rows = (self._row(columns, parameters, number) for number in range(_COLUMN))
        return list(dict.fromkeys(f"{name}({', '.join(row)})" for row in rows))


def changed(case: Case, dictionary: Sequence[object], chance: random.Random) -> Case:
    """The case with one or two of its literals changed: steps, lengths, order, or values that the code compares with.

    The dictionary is what comparisons saw at run time (Aschermann et al., REDQUEEN, NDSS 2019).
    """
    text = f"({case.receiver or None}, [{', '.join(case.before)}], call({', '.join(case.arguments)}))"
    tree = expression_of(text).body
    assert isinstance(tree, ast.Tuple)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = [(node, name, place) for node in ast.walk(tree) for name, place in _literals(node, tree)]
        if places:
            node, name, place = chance.choice(places)
            _put(node, name, place, chance, dictionary)
    receiver, before, call = tree.elts
    assert isinstance(before, ast.List)
    assert isinstance(call, ast.Call)
    words = (*call.args, *call.keywords)
    return Case(
        case.target,
        tuple(ast.unparse(each) for each in words),
        ast.unparse(receiver) if case.receiver else "",
        tuple(ast.unparse(each) for each in before.elts),
    )


def _literals(node: ast.AST, root: ast.Tuple) -> list[tuple[str, int | None]]:
    """The fields of a node that hold a literal, but for the frame of the whole."""
    if node is root:
        return []
    found: list[tuple[str, int | None]] = []
    for name, value in ast.iter_fields(node):
        if name in ("func", "attr", "id", "operand"):
            continue
        if isinstance(value, list):
            found += [(name, place) for place, item in enumerate(value) if _is_literal(item)]
        elif _is_literal(value):
            found.append((name, None))
    return found


def _is_literal(node: object) -> bool:
    try:
        return isinstance(node, ast.expr) and ast.literal_eval(node) is not ...
    except (ValueError, TypeError, SyntaxError, RecursionError):
        return False


def _put(node: ast.AST, name: str, place: int | None, chance: random.Random, dictionary: Sequence[object]) -> None:
    field = getattr(node, name)
    old = ast.literal_eval(field if place is None else field[place])
    new = _near(old, dictionary, chance)
    try:
        made = expression_of(repr(new)).body
    except SyntaxError:
        return
    if place is None:
        setattr(node, name, made)
    else:
        field[place] = made


def _near(value: object, dictionary: Sequence[object], chance: random.Random) -> object:
    """A value of the same type near the given one, or one that the code compares with."""
    alike = [each for each in dictionary if type(each) is type(value) and each != value]
    if alike and chance.random() < 0.4:
        return copy.deepcopy(chance.choice(alike))
    match value:
        case bool():
            return not value
        case int() | float():
            return _number(value, chance)
        case str():
            return _text(value, [each for each in dictionary if isinstance(each, str)], chance)
        case list():
            return _items(value, dictionary, chance)
        case dict() if value:
            return _entries(value, dictionary, chance)
    return chance.choice(alike) if alike else value


def _number(value: float, chance: random.Random) -> float:
    if chance.random() < 0.5:
        return value + chance.choice((1, -1))
    steps = (2, -2, 10, -10, 100, -100, 2 ** chance.randrange(4, 16))
    return chance.choice((*(value + step for step in steps), value * 2, -value, value // 2))


def _text(text: str, known: Sequence[str], chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    piece = chance.choice([*known, "a", "Z", "0", " ", "-", ".", "_", text])
    return chance.choice(
        (
            text[:place] + piece + text[place:],
            text[:place] + text[place + 1 :],
            text.swapcase(),
            piece + text,
            text + piece,
            text[::-1],
        )
    )[:60]


def _items(items: list[object], dictionary: Sequence[object], chance: random.Random) -> list[object]:
    if not items:
        alike = [each for each in dictionary if not isinstance(each, list)]
        return [chance.choice(alike or [0, "a"])]
    place = chance.randrange(len(items))
    near = _near(items[place], dictionary, chance)
    options = (
        [*items[:place], *items[place + 1 :]],
        [*items[:place], near, *items[place + 1 :]],
        [*items[:place], near, *items[place:]],
        [*items, items[place]],
        items[::-1],
    )
    return copy.deepcopy(chance.choice(options))


def _entries(
    entries: dict[object, object], dictionary: Sequence[object], chance: random.Random
) -> dict[object, object]:
    key = chance.choice(list(entries))
    rest = {name: item for name, item in entries.items() if name != key}
    options = (rest, {**rest, key: _near(entries[key], dictionary, chance)})
    return chance.choice((*options, {**entries, _near(key, dictionary, chance): entries[key]}))


def _values(annotation: str, seed: int) -> list[str]:
    texts = (repr(each.arguments[0]) for each in samples([], [annotation], seed=seed, count=_COLUMN))
    return list(dict.fromkeys(text for text in texts if "inf" not in text and "nan" not in text)) or ["None"]


def _kind_of(text: str) -> str:
    """The annotation of a default's value."""
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return ""
    return "" if value is None else type(value).__name__


def _words(annotation: str) -> set[str]:
    names = (node for node in ast.walk(expression_of(annotation)) if isinstance(node, ast.Name))
    return {node.id for node in names}
