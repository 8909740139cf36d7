from typing import Any

from fastapi.testclient import TestClient

BAD = "def f(a):\n    return b\n"


def test_what_is_wrong_with_code_is_an_issue_with_its_place(api: TestClient) -> None:
    answer = api.post("/api/aurora/analyze", json={"input": BAD}).json()
    issue = answer["analysis"]["issues"][0]
    assert (issue["line"], issue["rule"], issue["severity"]) == (2, "undefined-name", "error")
    assert 0 < answer["score"] < 1
    assert 0 < answer["complexity"] < 1
    assert "units.modes.analysis.code_analysis" in answer["analysis"]["asked"]


def test_clean_code_has_the_best_score(api: TestClient) -> None:
    answer = api.post("/api/aurora/analyze", json={"input": "def f(a: int) -> int:\n    return a\n"}).json()
    assert (answer["score"], answer["analysis"]["issues"]) == (1.0, [])


def test_words_are_not_analysed_as_code(api: TestClient) -> None:
    answer = api.post("/api/aurora/analyze", json={"input": "make my tests faster"}).json()
    assert answer["analysis"] == {"issues": [], "suggestions": [], "recommendations": [], "asked": []}


def test_the_same_input_gets_the_same_answer_again(api: TestClient) -> None:
    bodies = [api.post("/api/aurora/analyze", json={"input": BAD, "context": {"path": "a.py"}}).content] * 2
    assert bodies[0] == bodies[1]


def test_an_answer_is_worked_out_again_when_what_it_rests_on_changed(api: TestClient) -> None:
    house = api.app.state.house  # type: ignore[attr-defined]
    first = api.post("/api/aurora/analyze", json={"input": BAD})
    kept = house.shelf.get(first.request.content, house.edition)
    assert kept == first.content
    with house.revising():
        pass
    assert house.shelf.get(first.request.content, house.edition) is None
    assert api.post("/api/aurora/analyze", json={"input": BAD}).content == first.content


def test_an_input_that_is_none_is_refused(api: TestClient) -> None:
    bodies: list[Any] = [{}, {"input": 7}, {"input": None}, {"input": "x" * 500_001}, [], "x"]
    for bad in bodies:
        assert api.post("/api/aurora/analyze", json=bad).status_code == 422
    assert api.post("/api/aurora/analyze", content=b"\xff{").status_code == 422


def test_texts_that_break_parsers_are_answered(api: TestClient) -> None:
    for text in ("", "\0", "(" * 3000, "\ud800", "def f(:\n", "x" * 100_000, "\n" * 1000, "'" * 99):
        content = b'{"input": "\\ud800"}' if text == "\ud800" else None
        answer = api.post("/api/aurora/analyze", content=content) if content else None
        answer = answer or api.post("/api/aurora/analyze", json={"input": text})
        assert answer.status_code in (200, 422), text[:20]
