"""The report: one file, no requests, everything that was found, nothing unescaped."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.report.html import render
from aurora.model.answer import Fault, Patch, Question, Repair, Synthesis
from aurora.model.run import FunctionResult, ProjectResult, Run
from aurora.model.task import SynthesisTask
from aurora.model.verdict import Check, Judgement, Verdict

CHECKS = (Check("example", "f(1) == 2", passed=True), Check("postcondition", "ret > 0", passed=False, detail="-1"))
DIFFERENCES = {
    "regressions": ["numbers.f"],
    "improvements": ["numbers.g"],
    "slower": ["numbers.f"],
    "faster": [],
    "added": ["numbers.h"],
    "removed": [],
    "seconds": {"numbers.f": [0.5, 2.5]},
    "calls": {"added": [], "removed": [["numbers.f", "numbers.g"]]},
}


def function(name: str, verdict: Verdict, code: str = "def f(x):\n    return x < 2\n") -> FunctionResult:
    answer = Synthesis(
        Judgement(verdict, CHECKS, ("Two strategies agree.",)),
        code if verdict.answered else "",
        "modules.autonomy.synthesis.grow",
        ("units.knowledge.strings.reverse",),
        question=Question("f(0)", ("0", "<b>")),
        tried=1234,
    )
    return FunctionResult("numbers", SynthesisTask("Say <whether> it is small.", name), answer, ("g",))


RUN = Run(
    id="20260304-050607-abcdef",
    started="2026-03-04T05:06:07+00:00",
    ended="2026-03-04T05:07:07+00:00",
    version="9.9",
    seed=0,
    configuration={"budget": 20},
    functions=(function("f", Verdict.VERIFIED), function("g", Verdict.ABSTAINED)),
    projects=(
        ProjectResult("cart", Repair(Judgement(Verdict.VERIFIED), Patch(())), "--- a\n+++ b\n-x\n+y\n", "1 failed"),
        ProjectResult(
            "plan", Repair(Judgement(Verdict.ABSTAINED), faults=(Fault("p.py", 3, 0.9, "in every failure"),))
        ),
    ),
    protections=("network: network namespace",),
    previous="20260303-050607-abcdef",
    trends={"verified": (1.0, 2.0)},
)
PAGE = render(RUN, DIFFERENCES)


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)).split())


def test_an_empty_run_is_a_page_too() -> None:
    page = render(replace(RUN, functions=(), projects=(), trends={}, protections=()), {})
    assert "0 of 0 functions verified" in page
    assert "Repairs" not in page


def test_nothing_is_asked_of_the_network() -> None:
    assert not re.findall(r'(?:src|href)="(?!#)|url\(', PAGE)
    assert "@import" not in PAGE
    assert "default-src 'none'" in PAGE


def test_what_users_and_engines_wrote_is_escaped() -> None:
    assert "Say &lt;whether&gt; it is small." in PAGE
    assert "&lt;b&gt;" in PAGE
    assert "<b>" not in PAGE.replace("<b>verified</b>", "").replace("<b>consistent</b>", "").replace(
        "<b>abstained</b>", ""
    )


@pytest.mark.parametrize(
    "words",
    [
        "1 of 2 functions verified, 1 of 2 projects repaired",
        "4 March 2026, 05:06 UTC",
        "Regressions 1",
        "worse than in 20260303-050607-abcdef",
        "1 of 1 example check passed",
        "0 of 1 postcondition check passed",
        "gave -1",
        "Two strategies agree.",
        "1,234 programs tried",
        "No function was answered.",
        "No patch was proved.",
        "p.py:3",
        "Before: 1 failed.",
        "network: network namespace",
        "Undecided: what should",
    ],
)
def test_the_page_says(words: str) -> None:
    assert words in text_of(PAGE)


def test_no_regressions_are_said_in_green() -> None:
    page = render(RUN, {**DIFFERENCES, "regressions": []})
    assert '<span class="badge ok">No regressions</span>' in page


def test_an_interrupted_run_says_so() -> None:
    assert "Interrupted: what was done is here" in render(replace(RUN, interrupted=True), {})


def test_a_page_with_sixty_functions_stays_small() -> None:
    many = tuple(function(f"function_{n}", Verdict.VERIFIED) for n in range(60))
    assert len(render(replace(RUN, functions=many), {}).encode()) < 300_000


def test_chromium_opens_it_from_a_file(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("AURORA_TEST_REQUIRE"):
            pytest.fail("chromium is required here and missing")
        pytest.skip("chromium is not installed")
    page = tmp_path / "report.html"
    page.write_text(PAGE, "utf-8")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    command = [
        chromium,
        *flags.split(),
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path}/p",
    ]
    done = subprocess.run(
        [*command, "--dump-dom", page.as_uri()], capture_output=True, text=True, timeout=240, check=False
    )
    assert "1 of 2 functions verified, 1 of 2 projects repaired" in text_of(done.stdout)


def test_what_changed_in_time_and_calls_is_told() -> None:
    page = text_of(render(RUN, DIFFERENCES))
    assert "slower than in" in page
    assert "500 ms then, 2.5 s now" in page
    assert "new: numbers.h" in page
    assert "call gone: numbers.f calls numbers.g" in page


def test_a_new_report_is_the_newest_and_a_curve_is_a_picture() -> None:
    points = [{"recorded": n, "verified": n, "tried": 9 - n} for n in (0, 4)]
    curve = {"points": points, "held_out": 5, "budget": 3.0, "measured": "2026-01-01T00:00:00+00:00"}
    page = render(replace(RUN, curve=curve), {})
    assert "This is the newest run." in page
    assert 'class="curve"' in page
    assert "5 functions that are never recorded" in page
    assert 'class="curve"' not in render(RUN, {})
