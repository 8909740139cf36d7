"""Plans of rollouts."""

from pathlib import Path

import pytest

from aurora.adapters.services.plan import read_plan
from aurora.model.errors import BadInputError
from aurora.model.rollout import Gate, Stage


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no phase"),
        ("phases = 3", "no phase"),
        ("[[phases]", "not TOML"),
        ("phases = [3]", "phases is 3"),
        ("[[phases]]\nname = 'x'", "no file"),
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


def test_a_plan_is_read_in_order_with_paths_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(
        """
[[phases]]
file = "a.toml"
[[phases]]
name = "second"
file = "b.toml"
run = "migrate now"
databases = ["shop.db"]
window = 3
gates = [{ url = "http://127.0.0.1:8000/health", fields = { status = "ok" } }]
""",
        "utf-8",
    )
    first, second = read_plan(path)
    assert first == Stage("phase 1", tmp_path / "a.toml")
    gate = Gate("http://127.0.0.1:8000/health", fields={"status": "ok"})
    assert second == Stage(
        "second", tmp_path / "b.toml", ("migrate", "now"), (tmp_path / "shop.db",), (gate,), window=3.0
    )
