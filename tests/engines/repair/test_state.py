import pytest

from aurora.contracts.operator import Replacement
from aurora.engines.repair.state import STEP, Candidate, State
from aurora.model.answer import Edit, Fault

TEXTS = {"a.py": "x = 1\ny = 2\n", "b.py": "z = 3\n"}
FAULT = Fault("a.py", 1, 1.0, "")


def candidate(start: int, end: int, text: str, path: str = "a.py", cost: float = 1.0) -> Candidate:
    return Candidate(State(TEXTS), path, Replacement((Edit("", start, end, text),)), "op", cost, FAULT)


def test_edits_that_touch_or_lie_in_two_files_are_not_joined() -> None:
    assert candidate(4, 5, "7").joined(candidate(4, 5, "8")) is None
    assert candidate(4, 5, "7").joined(candidate(4, 5, "8", "b.py")) is None


def test_two_edits_of_one_file_are_one_candidate() -> None:
    joined = candidate(10, 11, "9").joined(candidate(4, 5, "7", cost=2.0))
    assert joined is not None
    assert joined.texts()["a.py"] == "x = 7\ny = 9\n"
    assert joined.cost == 3.0 + STEP


@pytest.mark.parametrize("steps", [(), ("first",)])
def test_the_edits_make_the_texts(steps: tuple[str, ...]) -> None:
    base = State({**TEXTS, "a.py": "x = 5\ny = 2\n"} if steps else TEXTS, steps)
    changed = Candidate(base, "a.py", Replacement((Edit("", 10, 11, "9"),)), "op", 1.0, FAULT)
    text = TEXTS["a.py"]
    for edit in reversed(changed.edits(TEXTS)):
        assert edit.path == "a.py"
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == changed.texts()["a.py"]


def test_a_step_costs_and_is_remembered() -> None:
    state = candidate(4, 5, "7").advance(2.0)
    assert (state.steps, state.cost, state.bonus) == (("op",), 1.0 + STEP, 2.0)
    assert Candidate.of(state, "a.py").texts() == state.texts
