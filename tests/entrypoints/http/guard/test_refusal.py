import json

from aurora.entrypoints.http.guard.refusal import Refusal


def test_a_refusal_is_a_problem() -> None:
    refusal = Refusal(429, "rate", "Too often.", retry_after=7, ends_connection=True)
    assert dict(refusal.headers) == {
        b"content-type": b"application/problem+json",
        b"cache-control": b"no-store",
        b"retry-after": b"7",
        b"connection": b"close",
    }
    assert json.loads(refusal.body('/a"b', "one")) == {
        "type": "urn:aurora:problem:rate",
        "title": "Too Many Requests",
        "status": 429,
        "detail": "Too often.",
        "instance": '/a"b',
        "request_id": "one",
    }
