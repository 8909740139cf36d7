"""The guest of the optimizer goes on after a request that fails."""

from aurora.engines.optimize.guest import serve
from aurora.model.execution import Json
from tests.engines.analysis.test_guest import Inbox


def test_a_request_that_fails_is_told_and_the_next_is_answered() -> None:
    compare: dict[str, Json] = {
        "do": "compare",
        "before": "def f(a): return a\n",
        "after": "def f(a): return a\n",
        "calls": ["(None,)"],
    }
    names: dict[str, Json] = {"function": "f", "module": "m", "path": "m.py", "seed": 0, "seconds": 5}
    guest = Inbox({"do": "unknown", "seconds": 1}, {**compare, **names})
    serve(guest, {"memory_mb": 64})
    first, second = guest.sent
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["status"] == "raised"
    value = second["value"]
    assert isinstance(value, dict)
    assert (second["status"], value["differs"], value["sizes"]) == ("ok", "", [])
