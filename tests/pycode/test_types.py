import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.types import (
    ANY,
    BOOL,
    CALLABLE,
    COMPLEX,
    ELLIPSIS,
    FLOAT,
    INT,
    NEVER,
    NONE,
    STR,
    Type,
    covers,
    join,
    join_all,
    of_annotation,
    of_value,
    render,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=2)
    | st.binary(max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=6,
)
TYPES = VALUES.map(of_value)


def listed(item: Type) -> Type:
    return Type("list", (item,))


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        (True, "bool"),
        ([], "list"),
        ([1, 2.5], "list[float]"),
        ([True, 1], "list[bool | int]"),
        ((1, "a"), "tuple[int, str]"),
        ((), "tuple[()]"),
        ({"a": [None, 1]}, "dict[str, list[int | None]]"),
        ({}, "dict"),
        ({1}, "set[int]"),
        (frozenset({b""}), "frozenset[bytes]"),
        (1j, "complex"),
        (None, "None"),
        ([(1, 2), (1, 2, 3)], "list[tuple[int, ...]]"),
        (object(), "object"),
    ],
)
def test_types_of_values(value: object, annotation: str) -> None:
    assert render(of_value(value)) == annotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ANY),
        ("1 +", ANY),
        ("a\nb", ANY),
        ("x)\n(y", ANY),
        ("'\0'", ANY),
        ("f(x)", ANY),
        ("3", ANY),
        ("Any", ANY),
        ("None", NONE),
        ("'int'", INT),
        ("list", listed(ANY)),
        ("typing.List['int']", listed(INT)),
        ("Sequence[int]", listed(INT)),
        ("Optional[str]", Type("union", (NONE, STR))),
        ("Union[int, float]", FLOAT),
        ("int | str | None", Type("union", (INT, NONE, STR))),
        ("Callable[[int], str]", CALLABLE),
        ("Callable", CALLABLE),
        ("tuple", Type("tuple", (ANY, ELLIPSIS))),
        ("tuple[int, ...]", Type("tuple", (INT, ELLIPSIS))),
        ("tuple[()]", Type("tuple")),
        ("Dict[str, int]", Type("dict", (STR, INT))),
        ("dict[str]", Type("dict", (STR, ANY))),
        ("Counter[str]", Type("dict", (STR, INT))),
        ("Iterator[int]", Type("iterator", (INT,))),
        ("Literal['a', 1]", Type("union", (INT, STR))),
        ("Literal[x]", ANY),
        ("Final[int]", INT),
        ("Never", NEVER),
        ("datetime.date", Type("date")),
        ("Box[int]", Type("Box", (INT,))),
    ],
)
def test_types_of_annotations(text: str, expected: Type) -> None:
    assert of_annotation(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (INT, FLOAT, FLOAT),
        (COMPLEX, INT, COMPLEX),
        (BOOL, INT, Type("union", (BOOL, INT))),
        (INT, ANY, ANY),
        (ANY, INT, ANY),
        (NEVER, INT, INT),
        (INT, NEVER, INT),
        (listed(INT), listed(STR), listed(Type("union", (INT, STR)))),
        (Type("union", (NONE, listed(INT))), listed(FLOAT), Type("union", (listed(FLOAT), NONE))),
        (
            Type("tuple", (INT, ELLIPSIS)),
            Type("tuple", (STR, STR)),
            Type("tuple", (Type("union", (INT, STR)), ELLIPSIS)),
        ),
        (Type("Box", (INT,)), Type("Box"), Type("Box")),
    ],
)
def test_joins(a: Type, b: Type, joined: Type) -> None:
    assert join(a, b) == joined


def test_the_join_of_none_is_the_empty_type() -> None:
    assert join_all([]) == NEVER
    assert render(NEVER) == "Never"


@pytest.mark.parametrize(
    ("type_", "annotation"),
    [
        (ANY, "Any"),
        (CALLABLE, "Callable"),
        (Type("iterator", (INT,)), "Iterator[int]"),
        (of_annotation("tuple[int, ...]"), "tuple[int, ...]"),
    ],
)
def test_rendering(type_: Type, annotation: str) -> None:
    assert render(type_) == annotation


@settings(max_examples=100, deadline=None)
@given(TYPES, TYPES)
def test_a_join_covers_both_and_does_not_mind_the_order(a: Type, b: Type) -> None:
    both = join(a, b)
    assert both == join(b, a)
    assert covers(both, a)
    assert covers(both, b)


@settings(max_examples=100, deadline=None)
@given(TYPES)
def test_an_annotation_without_empty_containers_is_read_back(type_: Type) -> None:
    if NEVER not in parts(type_):
        assert of_annotation(render(type_)) == type_


def parts(type_: Type) -> list[Type]:
    return [type_, *(part for arg in type_.args for part in parts(arg))]


def test_covering_is_one_way() -> None:
    assert covers(FLOAT, INT)
    assert not covers(INT, FLOAT)
