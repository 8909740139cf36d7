import pytest

from aurora.modules.autonomy.regex.induction import induced
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.printing import pattern


def best(positive: list[str], negative: list[str]) -> str | None:
    found = min(induced(Examples(positive, negative)), key=lambda reading: reading.cost, default=None)
    return None if found is None else pattern(found.node)


@pytest.mark.parametrize(
    ("positive", "negative", "printed"),
    [
        ([], ["a"], None),
        (["a"], ["a"], None),
        (["2024-01-02", "1999-12-31", "2020-02-29"], ["2020/02/29"], "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        (["joe@x.com", "ann@mail.org"], ["bob.com"], r"[a-z]+@[a-z]+\.[a-z]+"),
        (["abc", "a", "hello"], ["Abc", "h3"], "[a-z]+"),
        (["x1", "y2"], ["x1!"], "[a-z]+[0-9]+"),
    ],
)
def test_the_common_shape_of_the_positives(positive: list[str], negative: list[str], printed: str | None) -> None:
    assert best(positive, negative) == printed


def test_conditions_keep_the_negatives_out() -> None:
    examples = Examples(["ab", "cd"], ["ax"])
    found = list(induced(examples))
    assert found
    assert all(examples.hold(reading.node) for reading in found)
