import pytest

from aurora.contracts.operator import Sight
from aurora.model.execution import Raised
from aurora.modules.autonomy.repair.bound import bound

OUT = Raised("IndexError", "list index out of range")


@pytest.mark.parametrize(
    ("head", "body", "dear"),
    [
        ("range(len(x))", "f(«x[i + 1]»)", False),
        ("range(0, len(x))", "f(«x[i + 1]»)", False),
        ("range(1, len(x))", "f(«x[i + 1]» - x[i - 1])", False),
        ("range(1, len(x))", "f(«x[i + 1]» - x[i])", True),
    ],
)
def test_a_loop_that_begins_behind_the_first_item_and_never_looks_back_is_shortened_last(
    head: str, body: str, dear: bool
) -> None:
    (found,) = bound.run(Sight(f"for i in {head}:\n    {body}\n", raised=OUT).site())
    assert (found.cost > 1) is dear
