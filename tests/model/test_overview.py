"""A report counts each finding once, whichever modes found it."""

from aurora.model.finding import Finding, Severity
from aurora.model.overview import Overview, Section


def test_a_finding_of_two_modes_counts_once() -> None:
    found = Finding("a.py", 1, 1, "X", "bad")
    other = Finding("a.py", 2, 1, "Y", "worse", Severity.ERROR)
    sections = (Section("M1", "A", "", {}, (found,)), Section("M2", "B", "", {}, (other, found)))
    made = Overview("p", "", {}, sections, ())
    assert made.findings == (found, other)
    assert [made.count(each) for each in (Severity.ERROR, Severity.WARNING, Severity.NOTE)] == [1, 1, 0]
