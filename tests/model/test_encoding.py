from pathlib import Path

import pytest

from aurora.model.answer import Edit, Fault, Found, Patch, Repair, Synthesis
from aurora.model.encoding import decode, encode
from aurora.model.execution import Outcome, Raised, Status
from aurora.model.run import FunctionResult
from aurora.model.task import Condition, SynthesisTask
from aurora.model.verdict import Check, Judgement, Verdict

JUDGED = Judgement(Verdict.VERIFIED, (Check("example", "f(1) == 2", passed=True),), ("it was run",))
REPAIR = Repair(
    JUDGED, Patch((Edit("a.py", 1, 2, "x"),), {"a.py": "x"}, "op", 1.5, "why"), (Fault("a.py", 3, 0.5, "trace"),)
)
OUTCOME = Outcome(Status.RAISED, {"a": [1, None]}, Raised("KeyError", "x", (("a.py", 3, "f"),)), exit_code=1)
FUNCTION = FunctionResult(
    "text",
    SynthesisTask("words", "f", postconditions=(Condition("ret > 0"),), library={"g": "def g(): ..."}),
    Synthesis(JUDGED, "def f(): ..."),
    ("g",),
)


@pytest.mark.parametrize("value", [REPAIR, OUTCOME, FUNCTION, Found(), JUDGED], ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert decode(type(value), encode(value)) == value


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        encode([object()])


def test_a_field_that_a_newer_version_wrote_is_passed_over_and_a_missing_one_gets_its_default() -> None:
    assert decode(Found, {"tried": 3, "from the future": 1}) == Found(tried=3)


def test_a_path_becomes_its_text() -> None:
    assert encode({"at": Path("a/b")}) == {"at": "a/b"}
