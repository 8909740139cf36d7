"""`aurora rollout`, from a user's side."""

from collections.abc import Callable
from pathlib import Path

from aurora.adapters.process.ports import any_free
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]
GOOD = '[services.a]\ncommand = "sleep 1000"\n'


def test_a_plan_is_checked_tried_and_told(aurora: Aurora, tmp_path: Path) -> None:
    environment = {
        "AURORA_SERVICES": str(tmp_path / "aurora.toml"),
        "AURORA_STATE": str(tmp_path / "state"),
        "AURORA_LUMINAR_PORT": str(any_free()),
    }
    (tmp_path / "aurora.toml").write_text(GOOD, "utf-8")
    (tmp_path / "next.toml").write_text(GOOD.replace("1000", "2000"), "utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_text("phases = []", "utf-8")
    assert aurora("rollout", str(plan), environment=environment).status == 2
    plan.write_text('[[phases]]\nfile = "next.toml"\nwindow = 0.3\n', "utf-8")
    ran = aurora("rollout", str(plan), environment=environment)
    assert (ran.status, "aurora up" in ran.err) == (1, True)
    try:
        assert aurora("up", environment=environment).status == 0
        ran = aurora("rollout", str(plan), "--json", environment=environment)
        assert [(each["stage"], each["state"]) for each in ran.json["phases"]] == [("phase 1", "kept")]
        assert "2000" in (tmp_path / "aurora.toml").read_text("utf-8")
        plan.write_text(plan.read_text("utf-8") + "run = 'false'\n", "utf-8")
        ran = aurora("rollout", str(plan), environment=environment)
        assert (ran.status, ran.out.startswith("phase 1: rolled back (false exited with status 1")) == (1, True)
    finally:
        aurora("down", environment=environment)
