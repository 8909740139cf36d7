"""Plans of rollouts."""

from pathlib import Path

import pytest

from aurora.adapters.services.plan import read_plan
from aurora.model.errors import BadInputError
from aurora.model.rollout import Gate, Limits, Stage


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no phase"),
        ("phases = 3", "no phase"),
        ("[[phases]", "not TOML"),
        ("phases = [3]", "it is 3"),
        ("[[phases]]\nname = 'x'", "changes nothing"),
        ("phase = 3\n[[phases]]\nfile = 'x'", "unknown table 'phase'"),
        ("[[phases]]\nfile = 'x'\n[limits]\nfailures = 0", "failures is 0"),
        ("[[phases]]\nfile = 'x'\n[limits]\nparallel = -1", "parallel is -1"),
        ("[[phases]]\nfile = 'x'\ngates = [{ url = 'http://127.0.0.1:1/', post = 3 }]", "post is 3"),
        ("[[phases]]\nfile = 'x'\nwindow = -1", "window is -1"),
        ("[[phases]]\nfile = 'x'\ninterval = 0", "interval must be above 0"),
        ("[[phases]]\nfile = 'x'\ncolour = 1", "unknown key 'colour'"),
        ("[[phases]]\nfile = 'x'\ngates = 'y'", "gates is 'y'"),
        ("[[phases]]\nfile = 'x'\ngates = [{ url = 'https://example.org' }]", "the url of a gate"),
        ("[[phases]]\nfile = 'x'\nrun = []", "the command is empty"),
    ],
)
def test_a_bad_plan_is_refused(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInputError, match=what):
        read_plan(path)


def test_a_bad_value_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("[[phases]]\nfile = 'x'\n\n[[phases]]\nfile = 'y'\nwindow = -1\n", "utf-8")
    with pytest.raises(BadInputError) as caught:
        read_plan(path)
    assert (caught.value.where, caught.value.what) == (f"{path}:6", "phase 2: window is -1.")


def test_a_plan_is_read_in_order_with_paths_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(
        """
[limits]
parallel = 2
failures = 3
seconds = 5
[[phases]]
file = "a.toml"
[[phases]]
name = "second"
file = "b.toml"
run = "migrate now"
databases = ["shop.db"]
window = 3
checkouts = ["code"]
restart = ["core"]
gates = [{ url = "http://127.0.0.1:8000/health", fields = { status = "ok" }, has = "ok", post = { message = "hi" } }]
""",
        "utf-8",
    )
    plan = read_plan(path)
    first, second = plan.stages
    assert plan.limits == Limits(parallel=2, failures=3, seconds=5.0)
    assert first == Stage("phase 1", tmp_path / "a.toml", seconds=5.0)
    gate = Gate("http://127.0.0.1:8000/health", fields={"status": "ok"}, post={"message": "hi"}, has="ok")
    assert second == Stage(
        "second", tmp_path / "b.toml", ("migrate", "now"), ("core",), (tmp_path / "shop.db",), (tmp_path / "code",),
        (gate,), 5.0, 3.0,
    )  # fmt: skip
