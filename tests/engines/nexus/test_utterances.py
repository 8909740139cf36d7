"""The written utterances, and those of others."""

import json
import re
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from aurora.engines.nexus.utterances import labelled, written
from aurora.model.routing import Utterance
from aurora.registry.catalogue import catalogue

BENCH = Path(__file__).parents[3] / "bench" / "routing"
MODES = [unit.id for unit in catalogue() if unit.kind == "mode"]


def test_every_mode_has_many_utterances() -> None:
    counts = Counter(unit for _, unit in written())
    assert set(counts) == set(MODES)
    assert min(counts.values()) >= 40


@pytest.mark.parametrize("path", sorted(BENCH.glob("*.jsonl")), ids=lambda path: path.stem)
def test_no_wording_is_shared_with_a_set_that_is_scored(path: Path) -> None:
    good, bad = labelled(path.read_text("utf-8"))
    assert bad == []
    spoken = sorted(files("aurora.engines.nexus").joinpath("spoken").iterdir(), key=str)
    lines = [_held(line) for file in spoken for line in file.read_text("utf-8").splitlines() if line[:1] != "#"]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for word in line:
            holders[word].append(place)
    for each in good:
        held = _held(each.text)
        shared = Counter(place for word in held for place in holders[word])
        assert all(count <= 0.6 * len(held | lines[place]) for place, count in shared.items()), each.text


def _held(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.mark.parametrize("mode", [46, "46", "M46", "m46", "mode 46", "Auto-Fix", "auto fix", "AutoFix"])
def test_a_mode_may_be_said_in_many_ways(mode: object) -> None:
    line = json.dumps({"text": "mend it", "mode": mode, "tier": "Advanced"})
    assert labelled(line) == ([Utterance("mend it", "M46", "advanced")], [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense", "this is no JSON"),
        ("[1]", "a line is an object"),
        ('{"mode": 1}', '"text" is missing'),
        ('{"text": " ", "mode": 1}', '"text" is missing'),
        ('{"text": "x"}', '"mode" is null'),
        ('{"text": "x", "mode": 67}', '"mode" is 67'),
        ('{"text": "x", "mode": {"a": 1}}', '"mode" is {"a": 1}'),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(line: str, why: str) -> None:
    good, bad = labelled(f'{{"text": "a", "mode": 1}}\n\n{line}\n')
    assert good == [Utterance("a", "M1")]
    assert len(bad) == 1
    assert bad[0].startswith(f"line 3: {why}")
