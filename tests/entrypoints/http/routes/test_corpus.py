import json

import pytest
from fastapi.testclient import TestClient

from aurora.flows.remember import memory_of
from aurora.flows.tools import Tools
from aurora.model.record import Record, to_plain
from tests.records import record

LINES = {"Content-Type": "application/x-ndjson"}


@pytest.fixture(scope="module")
def records(api: TestClient, tools: Tools) -> list[Record]:
    made = [
        record("shout", timestamp="2026-11-01T10:00:00+00:00"),
        record("add", "Add two numbers.", func_signature="def add(a: int, b: int) -> int", complexity=3),
        record("weak", "Do little.", passed=1, score=0.5, verdict="consistent"),
    ]
    tools.store().corpus.add([(each, memory_of(each)) for each in made])
    return made


def test_records_are_listed_page_by_page(api: TestClient, records: list[Record]) -> None:
    first = api.get("/api/corpus", params={"limit": 2}).json()
    second = api.get("/api/corpus", params={"limit": 2, "after": first["next"]}).json()
    assert sorted(each["id"] for each in first["records"] + second["records"]) == sorted(each.id for each in records)
    assert second["next"] == ""
    chosen = api.get("/api/corpus", params={"verdict": "consistent"}).json()["records"]
    assert [each["func_name"] for each in chosen] == ["weak"]
    assert api.get("/api/corpus", params={"after": "nowhere"}).status_code == 422


def test_one_record_is_found_by_its_id(api: TestClient, records: list[Record]) -> None:
    found = api.get(f"/api/corpus/records/{records[0].id}").json()
    assert found == json.loads(json.dumps(to_plain(records[0])))
    assert api.get(f"/api/corpus/records/{'0' * 36}").status_code == 404


def test_the_most_alike_comes_first_with_the_parts_of_its_likeness(api: TestClient, records: list[Record]) -> None:
    query = {"words": "add two numbers", "signature": "def sum2(x: int, y: int) -> int"}
    found = api.get("/api/corpus/similar", params=query).json()["records"]
    assert found[0]["record"]["func_name"] == "add"
    assert found[0]["score"] == pytest.approx(0.6 * found[0]["signature"] + 0.4 * found[0]["words"] + 0.1)
    assert api.get("/api/corpus/similar").status_code == 422


def test_the_best_are_those_with_the_highest_score_and_the_simplest_code(
    api: TestClient, records: list[Record]
) -> None:
    found = api.get("/api/corpus/top", params={"limit": 3}).json()["records"]
    assert [each["func_name"] for each in found] == ["shout", "add", "weak"]


def test_what_was_exported_can_be_imported_and_adds_nothing_twice(api: TestClient, records: list[Record]) -> None:
    exported = api.get("/api/corpus/export")
    assert exported.headers["content-type"].startswith("application/x-ndjson")
    assert len(exported.text.splitlines()) == len(records)
    fresh = json.dumps(to_plain(record("new", "Something new.")))
    taken = api.post("/api/corpus/import", content=exported.text + fresh, headers=LINES).json()
    assert taken == {"added": 1, "known": len(records), "conflicts": []}
    assert api.get("/api/corpus/stats").json()["figures"]["records"] == len(records) + 1


def test_a_bad_line_refuses_all_of_them(api: TestClient, records: list[Record]) -> None:
    before = api.get("/api/corpus/stats").json()["figures"]["records"]
    fresh = json.dumps(to_plain(record("other", "Something else.")))
    for bad in ("{", "[]", "7", '{"id": "x"}', "\0", "[" * 10_000):
        answer = api.post("/api/corpus/import", content=f"{fresh}\n{bad}\n", headers=LINES)
        assert answer.status_code == 422, bad[:10]
        assert "line 2" in answer.json()["detail"]
    assert api.get("/api/corpus/stats").json()["figures"]["records"] == before


def test_the_pipeline_counts_what_passed(api: TestClient, records: list[Record]) -> None:
    def figures() -> dict[str, float]:
        shown: dict[str, float] = api.get("/api/components/C18", params={"now": True}).json()["figures"]
        return shown

    text = api.get("/api/corpus/export").text
    before = figures()
    assert api.post("/api/corpus/import", content=text).status_code == 200
    assert api.post("/api/corpus/import", content="{").status_code == 422
    after = figures()
    assert before["exported"] >= len(records)
    grown = {name: after[name] - before[name] for name in ("exported", "imported", "refused")}
    assert grown == {"exported": 0, "imported": text.count("\n"), "refused": 1}
