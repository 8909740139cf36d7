"""Manifests, locks and advisories: read from texts, compared by the rules of PEP 440 and of the OSV schema."""

import json

import pytest

from aurora.pycode.packages import Locked, advisories, audited, conflicts, declared, locked

LOCK = {"uv.lock": '[[package]]\nname = "Rich_Text"\nversion = "13.0"\n\n[[package]]\nname = "b"\nversion = "1.5"\n'}


def record(**affected: object) -> dict[str, str]:
    package = {"ecosystem": "PyPI", "name": "b"}
    return {"osv/a.json": json.dumps({"id": "X-1", "affected": [{"package": package, **affected}]})}


@pytest.mark.parametrize("text", ["", "[[[", "dependencies = 3", "[project]\ndependencies = ['===']\n"])
def test_broken_files_declare_and_lock_nothing(text: str) -> None:
    files = {"pyproject.toml": text, "uv.lock": text, "requirements.txt": "-r other.txt\n"}
    assert (declared(files), locked(files)) == ((), ())


def test_manifests_and_locks_of_every_kind_are_read() -> None:
    files = {
        "pyproject.toml": '[project]\ndependencies = [\n  "Rich.Text>=14",\n]\n',
        "requirements.txt": "# all\nb<2  # comment\n",
        "requirements.lock": "c==1.0 \\\n    --hash=sha256:aa\n",
        **LOCK,
    }
    assert [(each.name, each.line) for each in declared(files)] == [("rich-text", 3), ("b", 2)]
    assert [(each.name, each.version, each.line) for each in locked(files)] == [
        ("c", "1.0", 1),
        ("rich-text", "13.0", 2),
        ("b", "1.5", 6),
    ]


def test_what_the_lock_does_not_satisfy_is_told() -> None:
    wanted = declared({"requirements.txt": "rich-text>=14\nb~=1.4\nc\nd; python_version < '3'\n"})
    told = [(each.name, found.version if found else None) for each, found in conflicts(wanted, locked(LOCK))]
    assert told == [("rich-text", "13.0"), ("c", None)]
    assert list(conflicts(wanted, ())) == []


@pytest.mark.parametrize(
    ("events", "hit"),
    [
        ([{"introduced": "0"}, {"fixed": "1.6"}], "1.6"),
        ([{"introduced": "0"}, {"fixed": "1.5"}], None),
        ([{"introduced": "1.6"}], None),
        ([{"introduced": "1.5"}], ""),
        ([{"introduced": "0"}, {"last_affected": "1.5"}], ""),
        ([{"introduced": "0"}, {"last_affected": "1.4"}], None),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "1.2"}, {"fixed": "2"}], "2"),
    ],
)
def test_ranges_of_an_advisory(events: list[dict[str, str]], hit: str | None) -> None:
    found = advisories(record(ranges=[{"type": "ECOSYSTEM", "events": events}]), locked(LOCK))
    assert [each.fixed for each in found] == ([] if hit is None else [hit])


def test_listed_versions_count_and_other_ecosystems_and_broken_records_do_not() -> None:
    assert len(advisories(record(versions=["1.5"]), locked(LOCK))) == 1
    other = json.dumps({"id": "X", "affected": [{"package": {"ecosystem": "npm", "name": "b"}, "versions": ["1.5"]}]})
    assert advisories({"a": other, "b": "{", "c": "[1]", "d": '{"vulns": 3}'}, locked(LOCK)) == ()
    assert advisories(record(versions=["1.5"]), (Locked("x", 1, "b", "no version"),)) == ()


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({}, ("b",)),
        ({"osv/coverage.json": '{"ecosystem": "PyPI", "packages": ["rich.text"]}'}, ("b", "rich-text")),
        ({"osv/coverage.json": '{"ecosystem": "PyPI", "packages": "*"}'}, ("b", "rich-text")),
        ({"osv/coverage.json": '{"ecosystem": "npm", "packages": "*"}'}, ("b",)),
        ({"osv/coverage.json": '{"ecosystem": "PyPI", "packages": 3}'}, ("b",)),
        (
            {"osv/git.json": record(ranges=[{"type": "GIT"}])["osv/a.json"]},
            (),
        ),
    ],
)  # fmt: skip
def test_a_package_is_audited_only_when_records_tell_of_it(more: dict[str, str], names: tuple[str, ...]) -> None:
    assert audited({**record(versions=["9"]), **more}, locked(LOCK)) == names
    assert audited({}, locked(LOCK)) == ()
