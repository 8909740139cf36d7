"""Versions are proposed from what is known here, the least that mends; else it is said that none is known."""

import json

from aurora.pycode.packages import advisories, declared, locked
from aurora.pycode.upgrades import Upgrade, upgrades

FILES = {"requirements.txt": "b<3\n", "uv.lock": '[[package]]\nname = "b"\nversion = "1.5"\n'}


def record(**events: str) -> dict[str, str]:
    ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, events] if events else [{"introduced": "0"}]}]
    affected = [{"package": {"ecosystem": "PyPI", "name": "b"}, "ranges": ranges}]
    return {"osv/a.json": json.dumps({"id": "X-1", "affected": affected})}


def proposed(files: dict[str, str], records: dict[str, str], *known: str) -> tuple[Upgrade, ...]:
    there = locked(files)
    return upgrades(declared(files), there, advisories(records, there), records, {"b": known})


def test_what_is_right_needs_no_version() -> None:
    assert proposed(FILES, record(fixed="1.0"), "2.0") == ()


def test_the_least_version_that_is_here_allowed_and_not_vulnerable_is_proposed() -> None:
    found = proposed(FILES, record(fixed="1.6"), "1.4", "1.6rc1", "2.0", "1.10", "3.1", "nonsense")
    assert [(each.locked, each.proposed, each.source) for each in found] == [("1.5", "1.10", "wheels")]


def test_without_it_what_the_advisory_says_is_told_and_that_it_is_not_known_here() -> None:
    assert proposed(FILES, record(fixed="1.6"))[0].source == "advisory"
    refused = proposed(FILES, record(fixed="3.2"), "2.0")[0]
    assert (refused.proposed, "The manifest refuses it: `b<3`." in refused.why) == ("3.2", True)


def test_where_nothing_is_known_nothing_is_proposed() -> None:
    found = proposed(FILES, record(), "2.0")[0]
    assert (found.proposed, found.source) == ("", "")
    assert found.why.endswith("Of the 1 that are here none fits.")


def test_a_lock_that_is_not_what_the_manifest_asks_for_gets_a_version_that_is() -> None:
    files = {**FILES, "requirements.txt": "b>=2\nc\n"}
    found = proposed(files, {}, "2.1", "2.0")
    assert [(each.name, each.locked, each.proposed) for each in found] == [("b", "1.5", "2.0"), ("c", "", "")]
