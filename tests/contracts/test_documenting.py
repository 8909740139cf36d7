"""Documentation of a project: only what holds is kept, what is wrong is told, what is not known is said."""

import ast
from dataclasses import replace

import pytest

from aurora.contracts.documenting import documentation
from aurora.contracts.mode import World
from aurora.contracts.prepared import PreparedObserver, prepared
from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Wanted
from aurora.model import coverage
from aurora.model.documentation import Documentation, Evidence, Shown, Style, Undocumented
from aurora.model.errors import BadInputError
from aurora.model.mode import Result
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget

CODE = "def half(n):\n    return n / 2\n\n\ndef go(thing):\n    thing()\n\n\ndef save(path):\n    open(path)\n"


RIGHT = Shown("half", "half(3)", "1.5")


class Showing:
    """Shows the calls that it was given."""

    def __init__(self, *shown: Shown) -> None:
        self._shown = shown

    def calls(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> tuple[Shown, ...]:
        del wanted, budget, watch
        return self._shown


def document(sandbox: Sandbox, given: Undocumented, *shown: Shown) -> Result[Documentation]:
    world: World = prepared(tester=Showing(*shown), sandbox=lambda: sandbox)()
    return documentation(given, replace(world, budget=Budget(100)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Undocumented({"a.py": CODE}, asked=("b.py",)), "not among the files"),
        (Undocumented({"a.py": CODE}, function="gone"), "'gone' is not defined"),
        (Undocumented({"a.py": CODE}, style="fancy"), "'fancy' is none of rest, google, numpy"),
        (Undocumented({"a.py": CODE}, least="guess"), "'guess' is none of name, declared, read, run"),
        (Undocumented({"a.py": CODE}, pages="../x"), "no folder of the project"),
        (Undocumented({"a.py": CODE}, pages="/x"), "no folder of the project"),
    ],
)
def test_bad_input_is_refused(sandbox: Sandbox, given: Undocumented, told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        document(sandbox, given)


def test_what_is_no_python_is_a_finding_and_the_rest_is_documented(sandbox: Sandbox) -> None:
    made = document(sandbox, Undocumented({"a.py": "def f(:\n", "b.py": CODE}, examples=False))
    assert [each.path for each in made.output.proposals] == ["b.py", "b.py"]
    assert next((each.path, each.rule) for each in made.findings) == ("a.py", "syntax")


def test_of_what_only_the_name_is_known_nothing_is_written(sandbox: Sandbox) -> None:
    made = document(sandbox, Undocumented({"a.py": CODE}, examples=False)).output
    assert [each.name for each in made.unsaid] == ["go"]
    assert "nothing more than its name is known" in made.unsaid[0].why
    asked = document(sandbox, Undocumented({"a.py": CODE}, examples=False, least="name")).output
    assert [each.name for each in asked.proposals] == ["half", "go", "save"]


def test_an_example_that_does_not_hold_is_left_out(sandbox: Sandbox) -> None:
    right, wrong = Shown("half", "half(3)", "1.5"), Shown("half", "half(5)", "9")
    made = document(sandbox, Undocumented({"a.py": CODE}), right, wrong)
    proposal = made.output.proposals[0]
    assert (">>> half(3)\n    1.5" in proposal.text, "half(5)" in proposal.text) == (True, False)
    assert proposal.evidence is Evidence.RUN
    assert made.output.examples == (1, 1)
    assert ast.parse(made.output.changed["a.py"])


def test_an_example_of_what_touches_the_outside_is_not_shown(sandbox: Sandbox) -> None:
    made = document(sandbox, Undocumented({"a.py": CODE}), Shown("save", "save('x')", "None"))
    assert all("save(" not in each.text for each in made.output.proposals)


def test_without_a_module_that_can_be_imported_no_example_is_kept(sandbox: Sandbox) -> None:
    text = "import nowhere\n" + CODE
    made = document(sandbox, Undocumented({"a.py": text}), Shown("half", "half(3)", "1.5"))
    assert [each.evidence for each in made.output.proposals] == [Evidence.READ, Evidence.READ]
    assert made.output.examples == (0, 0)


def test_an_example_that_was_there_and_fails_is_told_at_its_line(sandbox: Sandbox) -> None:
    text = 'def half(n):\n    """Halve.\n\n    >>> half(4)\n    3.0\n    """\n    return n / 2\n'
    made = document(sandbox, Undocumented({"a.py": text}))
    assert [(each.rule, each.line) for each in made.findings] == [("failing-doctest", 4)]
    assert "`half(4)` gives 2.0" in made.findings[0].message
    assert [(each.kind, each.passed) for each in made.evidence] == [("docstrings", True), ("doctest", False)]


def test_the_style_of_the_project_is_taken_unless_one_is_chosen(sandbox: Sandbox) -> None:
    files = {"a.py": CODE, "b.py": 'def f(a):\n    """Do.\n\n    :param a: it\n    """\n    return a\n'}
    made = document(sandbox, Undocumented(files, examples=False)).output
    assert (made.style, made.detected) == (Style.REST, 1)
    made = document(sandbox, Undocumented(files, examples=False, style="numpy")).output
    assert (made.style, made.detected) == (Style.NUMPY, 0)


def test_pages_link_to_the_lines_after_the_change(sandbox: Sandbox) -> None:
    made = document(sandbox, Undocumented({"a.py": CODE}, examples=False, pages="docs"))
    line = made.output.changed["a.py"].splitlines().index("def save(path):") + 1
    assert f"(../a.py#L{line})" in made.output.pages["docs/a.md"]
    assert made.evidence[-1].kind == "links"
    assert made.evidence[-1].passed


TESTED = {"a.py": CODE, "test_a.py": "def test_half(): ...\n"}


@pytest.mark.parametrize(
    "seen",
    [
        coverage.Coverage((), (coverage.TestCoverage("test_a.py::test_half", False, 1, 0),)),
        coverage.Coverage(trouble="Tests could not be collected: test_a.py: NameError"),
    ],
)
def test_where_tests_fail_no_call_is_taken_as_an_example(sandbox: Sandbox, seen: coverage.Coverage) -> None:
    world = prepared(tester=Showing(RIGHT), sandbox=lambda: sandbox, observe=PreparedObserver(seen))()
    made = documentation(Undocumented(TESTED), replace(world, budget=Budget(100)))
    assert made.output.proposals[0].text == "Return `n / 2`."
    assert (made.evidence[-1].kind, made.evidence[-1].passed) == ("tests", False)
    assert "no call was taken as an example" in made.evidence[-1].text


def test_a_first_line_that_only_repeats_the_name_is_not_written(sandbox: Sandbox) -> None:
    text = "def total(rows: list[int]) -> int:\n    n = 0\n    for row in rows:\n        n += row\n    return n\n"
    made = document(sandbox, Undocumented({"a.py": text}), Shown("total", "total([1, 2])", "3")).output
    assert (made.proposals, made.changed) == ((), {})
    assert "only repeat its name" in made.unsaid[0].why
