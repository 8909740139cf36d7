import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.model.answer import Repair
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Verdict

USERS = """USERS = {"a": {"name": "Ann"}, "b": None}


def name_of(key):
    user = USERS.get(key)
    return user.get("name")


if __name__ == "__main__":
    print("start")
    for key in USERS:
        print(name_of(key))
"""
ISSUE = """Traceback (most recent call last):
  File "/srv/ann/main.py", line 12, in <module>
    print(name_of(key))
          ^^^^^^^^^^^^
  File "/srv/ann/main.py", line 6, in name_of
    return user.get("name")
           ^^^^^^^^
AttributeError: 'NoneType' object has no attribute 'get'
"""
COUNT = 'counts = {}\nfor word in "a b a".split():\n    counts[word] += 1\nprint(counts)\n'


def repaired(sandbox: Sandbox, text: str, issue: str = "", **others: str) -> Repair:
    files = {"main.py": text, **others}
    return Repairer(sandbox).repair(RepairTask(files, ("main.py",), issue), Budget(seconds=60))


def test_an_error_that_a_traceback_tells_is_reproduced_and_ended(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, USERS, ISSUE)
    assert answer.verdict is Verdict.CONSISTENT
    assert answer.patch is not None
    assert answer.patch.files == {"main.py": USERS.replace("user.get", "(user or {}).get")}
    assert "no test says what it should print" in " ".join(answer.judgement.reasons)
    assert (answer.faults[0].path, answer.faults[0].line) == ("main.py", 6)


def test_a_script_that_raises_needs_no_traceback(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, COUNT)
    assert answer.verdict is Verdict.CONSISTENT
    assert answer.patch is not None
    assert "counts.get(word, 0) + 1" in answer.patch.files["main.py"]


def test_a_cell_that_is_empty_is_read_as_nothing(sandbox: Sandbox) -> None:
    text = 'total = 0\nfor line in open("a.csv"):\n    total += int(line.strip())\nprint(total)\n'
    answer = repaired(sandbox, text, **{"a.csv": "1\n\n2\n"})
    assert answer.patch is not None
    assert "int(line.strip() or 0)" in answer.patch.files["main.py"]


def test_of_a_traceback_that_is_cut_off_one_place_is_enough(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, USERS, "\n".join(ISSUE.splitlines()[:4]))
    assert answer.verdict is Verdict.CONSISTENT
    assert answer.faults[0].line == 6


def test_what_cannot_be_run_again_is_a_lead_with_its_place(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, USERS, ISSUE.replace("<module>", "serve"))
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "does not begin with a script" in answer.judgement.reasons[0]
    assert "main.py:6" in answer.judgement.reasons[1]


def test_an_error_that_does_not_come_again_is_told_as_such(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, USERS.replace('"b": None', '"b": {}'), ISSUE)
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "could not be reproduced: `python main.py` ends without an error" in answer.judgement.reasons[0]


def test_an_error_that_is_merely_caught_or_deleted_is_no_repair(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, 'print("a")\nraise RuntimeError("no")\n')
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "raises RuntimeError: no at main.py:2" in answer.judgement.reasons[0]


@pytest.mark.parametrize("issue", [ISSUE.replace("main.py", "other.py"), "\0" * 9, "x" * 1_000_000, ISSUE[:150]])
def test_a_traceback_of_another_project_or_none_at_all_changes_nothing_that_is_sound(
    sandbox: Sandbox, issue: str
) -> None:
    answer = repaired(sandbox, "x = 1\n", issue, **{"b.py": ""})
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)


def test_a_script_that_is_not_given_what_it_asks_for_or_ends_itself_is_left_alone(sandbox: Sandbox) -> None:
    given = "import sys\nprint(sys.argv[1])\n", "import os\nprint(os.environ['OF_NOBODY'])\n"
    for text in ("name = input()\n", "import sys\nsys.exit(3)\n", *given):
        answer = repaired(sandbox, text)
        assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("x = [1]\nprint('no. ' + x[0])\n", "x = [1]\nprint('no. ' + str(x[0]))\n"),
        ("total = 2\nprint(totl)\n", "total = 2\nprint(total)\n"),
        (
            "def f(a, b):\n    return a\n\n\nb = 1\nprint(f(2))\n",
            "def f(a, b):\n    return a\n\n\nb = 1\nprint(f(2, b))\n",
        ),
    ],
)
def test_the_change_is_what_the_error_asks_for(sandbox: Sandbox, text: str, fixed: str) -> None:
    answer = repaired(sandbox, text)
    assert answer.patch is not None
    assert answer.patch.files == {"main.py": fixed}


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\nprint(x.size)\n",
        "def f(a, b):\n    return a\n\n\nc = 1\nprint(f(c))\n",
        "print(f(1))\n",
    ],
)
def test_a_name_that_has_nothing_to_do_with_the_error_is_never_put_there(sandbox: Sandbox, text: str) -> None:
    answer = repaired(sandbox, text)
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)


def test_the_operator_that_found_the_change_is_named(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, COUNT)
    assert answer.patch is not None
    assert answer.patch.operator == "modules.autonomy.repair.lookup"
