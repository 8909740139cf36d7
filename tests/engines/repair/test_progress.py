import pytest

from aurora.contracts.operator import Replacement
from aurora.engines.repair.laboratory import Failure, Probe, Trace, Trial
from aurora.engines.repair.progress import brings_names, count_defects, cured, progress
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Edit, Fault

KEY = Failure("error", "KeyError", "'a'")
FAR, NEAR = Failure("fail", "AssertionError", distance=0.9), Failure("fail", "AssertionError", distance=0.4)
HANG = Failure("hang", "Hang")


def gain(old: Failure, new: Failure, passed: int = 0) -> float:
    return progress(Probe((Trace("t1", old), Trace("t2", old))), Trial(passed, new, "t1"), ("t1", "t2"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (KEY, KEY),
        (KEY, HANG),
        (KEY, Failure("import", "NameError")),
        (NEAR, FAR),
        (NEAR, NEAR),
        (HANG, HANG),
        (FAR, KEY),
    ],
)
def test_what_is_no_nearer_gains_nothing(old: Failure, new: Failure) -> None:
    assert gain(old, new) == 0.0


def test_an_exception_that_gave_way_to_a_value_gains_most_for_a_near_one() -> None:
    assert gain(KEY, NEAR) > gain(KEY, FAR) > gain(KEY, Failure("error", "TypeError")) > 0


def test_an_exception_that_became_another_one_at_the_same_place_gains_little() -> None:
    here, there = (("m.py", 3, "f"),), (("m.py", 4, "f"),)
    raised = Failure("error", "NameError", "name 'x' is not defined", here)
    gains = [gain(raised, Failure("error", "TypeError", "no", frames)) for frames in (here, there)]
    assert 0 < gains[0] < gains[1] / 2


def test_a_nearer_value_and_a_test_that_ends_gain() -> None:
    assert gain(FAR, NEAR) == pytest.approx(1.0)
    assert gain(HANG, FAR) == 1.5


def test_each_test_that_passes_gains() -> None:
    assert gain(FAR, FAR, passed=1) == 2.5


def test_a_working_import_gains() -> None:
    broken = Probe(broken=Failure("import", "NameError", "name 'x' is not defined"))
    assert progress(broken, Trial(0, FAR, "t1"), ()) > 4


def test_certain_defects_have_to_be_cured() -> None:
    assert count_defects({"m.py": "x = y\n", "broken.py": "("}) == 1
    assert cured(1, 1, 3.0) == 0.0
    assert cured(0, 1, 3.0) == 0.0
    assert cured(1, 0, 3.0) == 5.5
    assert cured(0, 0, 3.0) == 3.0


def test_a_change_can_name_what_is_not_there_only_by_a_word_that_its_file_has_not() -> None:
    state = State({"m.py": "def f(total):\n    return total\n"})
    known, new = (
        Candidate(state, "m.py", Replacement((Edit("", 29, 34, text),)), "op", 1.0, Fault("m.py", 2, 1.0, ""))
        for text in ("total + f(total)", "totals")
    )
    assert not brings_names(known)
    assert brings_names(new)
