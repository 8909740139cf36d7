"""Plans of improvements with engines that are scripted; what a gate says is the outcome of the sandbox."""

from dataclasses import replace
from pathlib import Path

import pytest

from aurora.contracts.prepared import PreparedOptimizer
from aurora.flows.enhance import STEPS, enhance
from aurora.flows.tools import Tools
from aurora.model.enhancement import Enhancement, Outcome
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.execution import Outcome as Ran
from aurora.model.execution import Program, Status
from aurora.model.optimization import Attempt, Gain, Optimization
from aurora.model.task import Budget
from aurora.registry.discover import discover
from tests.doubles import ScriptedAuthor, ScriptedEngines, ScriptedSandbox, tools_with
from tests.flows.test_fix_code import BROKEN, FIXED, REPAIR

GOOD, BAD = Ran(Status.OK), Ran(Status.EXITED, stdout="1 failed", exit_code=1)
UNTIDY = "import os\n\n\ndef add(a, b):\n    return a + b\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    root.mkdir()
    (root / "add.py").write_text(BROKEN, "utf-8")
    (root / "test_add.py").write_text("from add import add\n", "utf-8")
    return root


def tools(folder: Path, *gates: Ran, repairs: bool = True) -> Tools:
    engines = ScriptedEngines(repairs=[REPAIR] if repairs else [])
    return tools_with(folder / "home", engines, ScriptedSandbox(*gates), registry=discover("aurora.units.modes"))


def made(joined: Tools, project: Path, *steps: str, gate: str = "") -> Enhancement:
    return enhance(joined, project, steps, Budget(100.0), gate=gate)


def test_a_plan_that_is_none_is_refused(tmp_path: Path, project: Path) -> None:
    for steps in ((), ("dance",)):
        with pytest.raises(BadInputError, match="Steps are: fix, cover"):
            made(tools(tmp_path), project, *steps)
    with pytest.raises(NotFoundError):
        made(tools(tmp_path), project / "nowhere", "fix")


def test_while_the_gate_fails_only_a_repair_is_tried(tmp_path: Path, project: Path) -> None:
    found = made(tools(tmp_path, BAD, BAD, repairs=False), project, "tidy", "fix", "optimize")
    assert [each.outcome for each in found.steps] == [Outcome.SKIPPED, Outcome.NOTHING, Outcome.SKIPPED]
    assert (found.healthy, found.after, found.diff) == (False, {}, "")
    assert "fails before it" in found.steps[0].why


def test_a_repair_that_passes_the_gate_heals_and_the_user_s_files_are_untouched(tmp_path: Path, project: Path) -> None:
    found = made(tools(tmp_path, BAD, BAD, GOOD, GOOD), project, "fix")
    assert (found.steps[0].outcome, found.healed, found.after) == (Outcome.KEPT, True, {"add.py": FIXED})
    assert found.before == {"add.py": BROKEN}
    assert "+    return a + b" in found.diff
    assert (project / "add.py").read_text("utf-8") == BROKEN


def test_a_step_that_its_gate_refuses_is_rolled_back_and_the_next_starts_without_it(
    tmp_path: Path, project: Path
) -> None:
    (project / "add.py").write_text(UNTIDY, "utf-8")
    gates = [GOOD, BAD, *[BAD] * 20]
    joined = tools(tmp_path, *gates)
    found = made(joined, project, "tidy")
    assert (found.steps[0].outcome, found.after) == (Outcome.NOTHING, {})
    assert "F401" in found.steps[0].why
    kept = made(tools(tmp_path, GOOD, GOOD, GOOD), project, "tidy")
    assert kept.after == {"add.py": UNTIDY.removeprefix("import os\n")}


def test_a_fix_of_the_linter_that_breaks_one_file_is_left_out_of_that_file_alone(tmp_path: Path, project: Path) -> None:
    class Needs(ScriptedSandbox):
        """A gate that fails without an import that only looks unused."""

        def run(self, program: Program) -> Ran:
            return GOOD if "import os" in str(program.files["b.py"]) else BAD

    for name in ("a.py", "b.py", "c.py"):
        (project / name).write_text(UNTIDY + "\n\nX = f'a'\n", "utf-8")
    joined = tools_with(tmp_path / "home", ScriptedEngines(), Needs(), registry=discover("aurora.units.modes"))
    found = made(joined, project, "tidy")
    clean = UNTIDY.removeprefix("import os\n\n\n") + "\n\nX = 'a'\n"
    assert {name: text.strip() for name, text in found.after.items()} == {
        "a.py": clean.strip(),
        "b.py": UNTIDY + "\n\nX = 'a'".rstrip(),
        "c.py": clean.strip(),
    }
    assert found.steps[0].why == "left out since the gate fails with them: F401 in b.py"


def test_tests_that_reach_more_are_kept_and_a_refused_rewrite_is_not(tmp_path: Path, project: Path) -> None:
    (project / "add.py").write_text("def f(d, k):\n    return k in d.keys()\n", "utf-8")
    quick = "def f(d, k):\n    return k in d\n"
    kept = Attempt("modules.autonomy.rewrites.keys_of_mapping", "add.py", "f", 2, True, "Quicker.", Gain(2.0, 1.5, 2.5))
    from aurora.contracts.testing import Written

    joined = replace(
        tools(tmp_path, GOOD, GOOD, BAD),
        tester=ScriptedAuthor(Written()),
        optimize=PreparedOptimizer((), every=Optimization({"add.py": quick}, (kept,), {"f": 9})),
    )
    found = made(joined, project, "cover", "optimize")
    assert [each.outcome for each in found.steps] == [Outcome.KEPT, Outcome.ROLLED_BACK]
    assert "25% -> 100%" in found.steps[0].why
    assert "1 failed" in found.steps[1].why
    assert (list(found.after), found.before) == (["test_a_2.py"], {"test_a_2.py": None})


def test_a_project_without_tests_has_no_gate_and_its_own_words_are_one(tmp_path: Path, project: Path) -> None:
    (project / "test_add.py").unlink()
    assert made(tools(tmp_path, repairs=False), project, "fix").gate == ""
    sandbox = ScriptedSandbox(GOOD)
    joined = replace(tools(tmp_path, repairs=False), sandbox=sandbox)
    assert made(joined, project, "fix", gate="make test").gate == "make test"
    assert sandbox.asked[0].command == ("make", "test")


def test_a_step_that_cannot_be_tried_is_skipped_with_the_reason(tmp_path: Path, project: Path) -> None:
    (project / "add.py").write_text("def f(:\n", "utf-8")
    found = made(tools(tmp_path, GOOD), project, "optimize")
    assert found.steps[0].outcome is Outcome.SKIPPED
    assert found.steps[0].why


def test_what_was_done_before_is_not_done_again(tmp_path: Path, project: Path) -> None:
    first: dict[str, object] = {}

    def keep(name, work):  # type: ignore[no-untyped-def]
        if name not in first:
            first[name] = work()
        return first[name]

    steps, budget = ("fix",), Budget(100.0)
    enhance(tools(tmp_path, BAD, BAD, GOOD, GOOD), project, steps, budget, keep=keep)
    again = enhance(tools(tmp_path, repairs=False), project, steps, budget, keep=keep)
    assert (again.after, list(first)) == ({"add.py": FIXED}, ["gate", "1 fix"])


def test_every_step_is_documented() -> None:
    assert list(STEPS) == ["fix", "cover", "optimize", "tidy", "document"]
