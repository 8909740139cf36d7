from fastapi.testclient import TestClient


def test_the_description_of_the_api_is_served(api: TestClient) -> None:
    described = api.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert "/api/aurora/status" in described["paths"]


def test_a_path_that_nobody_answers_is_a_problem(api: TestClient) -> None:
    answer = api.get("/api/aurora/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_wrong_method_is_a_problem_that_names_the_right_one(api: TestClient) -> None:
    answer = api.delete("/healthz")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
