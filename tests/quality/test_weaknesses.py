"""Does security analysis find weaknesses? A seeded suite of our own: recall and precision, case by case.

Each case is a small project with one weakness of a known CWE, or (its twin) the same done safely.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.toolbox.ruff import Ruff
from aurora.contracts.prepared import prepared
from aurora.model.finding import Severity
from aurora.model.mode import Code
from aurora.units.modes.analysis.security_analysis import security_analysis

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "weaknesses" / "cases.jsonl").read_text("utf-8").splitlines()
]
BY_PLACE = "archive unpacked as it is"  # the linter knows it by the call alone
OWN = {"CWE-78", "CWE-95", "CWE-89", "CWE-22", "CWE-918", "CWE-502", "CWE-79", "CWE-1336", "CWE-601"}
OWN |= {"CWE-90", "CWE-643", "CWE-117", "CWE-1333", "CWE-113"}


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[set[str], set[str]]]:
    """Case -> the CWEs that were found, and of these the ones that were followed from a source."""
    world = prepared(linter=Ruff())()
    told = {}
    for case in CASES:
        weaknesses = security_analysis.run(Code(case["files"]), world).output
        told[case["name"]] = ({each.cwe for each in weaknesses}, {each.cwe for each in weaknesses if each.way})
    return told


def test_recall_of_seeded_weaknesses(found: dict[str, tuple[set[str], set[str]]]) -> None:
    seeded = [case for case in CASES if case["cwe"]]
    missed = [case["name"] for case in seeded if case["cwe"] not in found[case["name"]][0]]
    assert len(seeded) >= 40
    assert missed == []


def test_recall_of_what_must_be_followed_from_a_source(found: dict[str, tuple[set[str], set[str]]]) -> None:
    seeded = [case for case in CASES if case["cwe"] in OWN and case["name"] != BY_PLACE]
    assert [case["name"] for case in seeded if case["cwe"] not in found[case["name"]][1]] == []


def test_precision_of_followed_weaknesses(found: dict[str, tuple[set[str], set[str]]]) -> None:
    """What was followed from a source is the seeded weakness, and nothing is followed in a safe twin."""
    wrong = {case["name"]: extra for case in CASES if (extra := found[case["name"]][1] - {case["cwe"]})}
    assert len([case for case in CASES if not case["cwe"]]) >= 25
    assert wrong == {}


def test_a_safe_twin_gets_no_warning_but_notes() -> None:
    world = prepared(linter=Ruff())()
    safe = [case for case in CASES if not case["cwe"]]
    loud = {
        case["name"]: found.message
        for case in safe
        for found in security_analysis.run(Code(case["files"]), world).findings
        if found.severity is not Severity.NOTE
    }
    assert loud == {}


def test_every_weakness_followed_begins_at_a_source_and_ends_at_its_place() -> None:
    world = prepared(linter=Ruff())()
    case: dict[str, Any] = next(case for case in CASES if case["name"] == "SQL in a method three calls away")
    (weakness,) = [each for each in security_analysis.run(Code(case["files"]), world).output if each.way]
    assert [(step.path, step.text) for step in weakness.way] == [
        ("app.py", "request.args"),
        ("app.py", "load(request.args['id'])"),
        ("service.py", "Repository().by_key(key)"),
        ("repository.py", "self._ask(f'SELECT * FROM t WHERE key = {key}')"),
        ("repository.py", "sqlite3.connect('x.db').execute(query)"),
    ]
