"""What the intents of a chat do, where a whole conversation would hide it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from aurora.flows.chat import deeds
from aurora.flows.chat.message import Message
from aurora.flows.heal import Ailment, Healing
from aurora.flows.tools import Tools
from aurora.model.chat import Intent
from aurora.registry.declare import AnyPart
from aurora.registry.discover import Registry
from aurora.units.modes.analysis.code_analysis import code_analysis
from tests.doubles import tools_with

SPEC = """# Spec: a

### Function `one`
```python
def one(a: int) -> int
```

#### Examples
| a | out |
|---|---|
| 1 | 1 |
"""
CODE = "```python\nclass A:\n    def go(self):\n        return missing\n```"


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path, registry=Registry((cast("AnyPart", code_analysis),)))
    yield joined
    joined.close()


def test_every_intent_but_answers_has_a_deed() -> None:
    assert set(Intent) - set(deeds.DEEDS) == {Intent.YES, Intent.NO, Intent.UNKNOWN}


def test_pasted_code_is_explained_without_a_file(tools: Tools) -> None:
    reply = deeds.explain(tools, Message("s", f"explain this\n{CODE}", Intent.EXPLAIN))
    assert "pasted.py: 3 lines, compiles. It defines class A (line 1), method A.go (line 2)." in reply.text
    assert "`missing` is not defined anywhere." in reply.text
    assert reply.did == ("ran Code Analysis",)


def test_a_mode_that_works_is_run_on_pasted_code(tools: Tools) -> None:
    reply = deeds.mode(tools, Message("s", f"look at this\n{CODE}", Intent.MODE, "M1"))
    assert reply.text.startswith("Code Analysis: done, 1 findings.")
    assert reply.did[0].startswith("ran Code Analysis in ")


def test_a_mode_that_is_declared_only_is_not_run(tools: Tools) -> None:
    reply = deeds.mode(tools, Message("s", "make it greener", Intent.MODE, "M42"))
    assert (reply.could, reply.did) == (False, ())
    assert "I don't know how to do Energy Optimization (M42) yet" in reply.text


def test_a_function_that_was_not_found_is_not_claimed(tools: Tools) -> None:
    reply = deeds.write(tools, Message("s", "write a function that solves chess", Intent.WRITE))
    assert not reply.could
    assert reply.text == "I could not write it. Nothing was found."
    assert reply.links == ()


@pytest.mark.parametrize(
    ("healing", "told", "could", "did"),
    [
        (Healing(("database: answers",), supervised=True, database=True), "I restarted nothing", True, 2),
        (
            Healing(("web: parked",), (Ailment("web", "parked", "it died", "restarted", "healthy"),), True, True),
            "web was parked (it died): restarted, now healthy",
            True,
            3,
        ),
        (
            Healing(("web: parked",), (Ailment("web", "parked", "", "restarted", "parked"),), True, True),
            "Not everything is healthy",
            False,
            3,
        ),
    ],
)
def test_a_healing_is_reported_as_it_went(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, healing: Healing, told: str, could: bool, did: int
) -> None:
    monkeypatch.setattr(deeds, "heal", lambda _tools: healing)
    reply = deeds.heal_(tools, Message("s", "heal yourself", Intent.HEAL))
    assert told in reply.text
    assert (reply.could, len(reply.did)) == (could, did)


def test_a_run_says_where_its_report_is(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.md").write_text(SPEC, "utf-8")
    reply = deeds.run(tools, Message("s", "run", Intent.RUN))
    assert "1 functions, 0 projects" in reply.text
    assert reply.links[0].endswith("report.html")
