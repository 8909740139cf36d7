"""What was kept of what was tried."""

from aurora.model.optimization import Attempt, Optimization


def test_only_what_was_kept_is_kept() -> None:
    kept, refused = (Attempt("r", "a.py", "f", 1, keep, "") for keep in (True, False))
    assert Optimization(attempts=(refused, kept)).kept == (kept,)
