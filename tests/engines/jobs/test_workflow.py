"""Steps come after those they need; a failure costs those that need it; what is done is not done again."""

import pytest

from aurora.engines.jobs.workflow import State, Workflow
from aurora.model.errors import BadInputError
from aurora.model.execution import Json

NEEDS = {"tell": ("look",), "look": ("read",), "read": (), "other": ()}


@pytest.mark.parametrize(
    ("needs", "words"),
    [({"a": ("b",)}, "a needs b, which is no step"), ({"a": ("b",), "b": ("a",)}, "a, b wait for each other")],
)
def test_what_cannot_be_put_in_order_is_refused(needs: dict[str, tuple[str, ...]], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        Workflow(needs)


def test_each_step_comes_after_those_it_needs() -> None:
    assert Workflow(NEEDS).order() == ["read", "look", "tell", "other"]


def test_a_failure_costs_those_that_need_it_and_no_others() -> None:
    def do(name: str) -> Json:
        if name == "look":
            raise ValueError("dark")
        return name

    flow = Workflow(NEEDS)
    answers = flow.run(do)
    assert answers == {"read": "read", "look": "ValueError: dark", "other": "other"}
    assert flow.states == {
        "read": State.DONE, "look": State.FAILED, "tell": State.SKIPPED, "other": State.DONE,
    }  # fmt: skip


def test_what_ends_the_run_leaves_its_step_to_be_done_again_and_nothing_else() -> None:
    did: list[str] = []

    def do(name: str) -> Json:
        did.append(name)
        if did == ["read", "look"]:
            raise TimeoutError
        return name

    flow = Workflow(NEEDS)
    with pytest.raises(TimeoutError):
        flow.run(do, ends=(TimeoutError,))
    flow.run(do)
    assert did == ["read", "look", "look", "tell", "other"]
    assert set(flow.states.values()) == {State.DONE}
