import pytest

from aurora.adapters.toolbox.ruff import InMemoryLinter
from aurora.adapters.toolbox.types import TypeCheckers
from aurora.engines.repair.diagnosis import diagnosed
from aurora.model.answer import Fault
from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Severity, Sources


class Missing:
    """A checker that is not there."""

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        raise ToolError("ty", "is not there.")


def finding(rule: str, message: str) -> Finding:
    return Finding("v0/m.py", 2, 1, rule, message, Severity.WARNING)


def test_without_a_checker_nothing_is_said() -> None:
    assert diagnosed(None, [{"m.py": "x = 1\n"}]) == ([()], "")
    faults, unsaid = diagnosed(Missing(), [{"m.py": "x = 1\n"}])
    assert faults == [()]
    assert unsaid.startswith("The type checkers gave no answer: ")


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("type-doubt", "Type `int` has no attribute `x`"),
        ("type-error", "Return type does not match returned value: expected `int`, found `float`"),
        ("type-error", "Object of type `list[str]` is not assignable to `str`"),
    ],
)
def test_what_one_checker_says_or_what_is_only_declared_is_no_fault(rule: str, message: str) -> None:
    assert diagnosed(InMemoryLinter(finding(rule, message)), [{"m.py": "x = 1\n"}])[0] == [()]


def test_a_name_that_may_have_no_value_is_a_fault_though_one_checker_says_so() -> None:
    assert diagnosed(InMemoryLinter(finding("type-doubt", "`n` may be uninitialized")), [{"m.py": ""}])[0] == [
        (Fault("m.py", 2, 1.0, "`n` may be uninitialized"),)
    ]


def test_each_version_has_the_faults_that_both_checkers_see_in_it() -> None:
    good = "def f(xs: list[int]) -> int:\n    return len(xs)\n"
    bad = good.replace("len(xs)", "xs.size()")
    none, (fault,) = diagnosed(TypeCheckers(), [{"m.py": good}, {"m.py": bad}])[0]
    assert none == ()
    assert (fault.path, fault.line) == ("m.py", 2)
    assert "size" in fault.why


def test_a_length_of_a_number_is_a_fault_but_not_of_a_parameter_that_is_bound_anew() -> None:
    good = "def bits(xs: int) -> int:\n    xs = bin(xs)\n    return len(xs) - 1\n"
    none, (fault,) = diagnosed(TypeCheckers(), [{"m.py": good}, {"m.py": good.replace("len(xs)", "len(0)")}])[0]
    assert none == ()
    assert (fault.line, "Sized" in fault.why) == (3, True)
