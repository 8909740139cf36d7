"""Versions of what was learned: the newest whole one counts, and a damaged one is told and does no harm."""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora.flows.versions import Kind, Versions
from aurora.model.errors import BadInputError

KIND = Kind("prior", "[0]", json.loads)
ROW: dict[str, Any] = {"moment": "2026-01-01", "before": [], "after": [], "confirmed": {}, "measured": []}


def kept(versions: Versions, text: str | None = None, kind: Kind = KIND) -> Path:
    """A version that counts."""
    row = {**ROW, "refitted": {} if text is None else {kind.name: kind.row(text)}}
    path = versions.begin(row)
    versions.keep(path, row)
    return path


def test_the_newest_version_that_has_the_file_counts_and_the_one_before_when_it_goes(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    assert versions.current(KIND) == ("", "")
    kept(versions, "[1]")
    newest = kept(versions, "[2]")
    kept(versions)
    assert versions.current(KIND) == ("[2]", "The prior is that of version 000002.")
    versions.drop(newest)
    assert versions.current(KIND)[0] == "[1]"
    kept(versions, "")
    assert versions.current(KIND) == ("", "")


def test_a_version_that_was_begun_and_not_kept_does_not_count(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    kept(versions, "[1]")
    versions.begin({**ROW, "refitted": {"prior": KIND.row("[2]")}})
    assert versions.current(KIND)[0] == "[1]"


def test_another_process_is_heard(tmp_path: Path) -> None:
    here, there = Versions(tmp_path), Versions(tmp_path)
    assert here.current(KIND)[0] == ""
    path = kept(there, "[1]")
    assert here.current(KIND)[0] == "[1]"
    there.drop(path)
    assert here.current(KIND)[0] == ""


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"state": "kept"}', "\x00\xff"])
def test_a_damaged_file_is_told_and_what_comes_with_aurora_counts(tmp_path: Path, damage: str) -> None:
    versions = Versions(tmp_path)
    path = kept(versions, "[1]")
    path.write_bytes(damage.encode("latin-1"))
    text, note = versions.current(KIND)
    assert text == ""
    assert "000001 of what was learned is damaged; the prior that comes with Aurora counts" in note
    assert versions.whole() == []
    with pytest.raises(BadInputError, match="damaged"):
        versions.row(path)


def test_a_text_that_cannot_be_read_or_was_fitted_to_another_aurora_does_not_count(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    path = kept(versions, "no JSON")
    assert "damaged" in versions.current(KIND)[1]
    versions.drop(path)
    kept(versions, "[1]", Kind("prior", "[7]", json.loads))
    text, note = versions.current(KIND)
    assert (text, "another Aurora" in note) == ("", True)
