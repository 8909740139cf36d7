"""`aurora up`, `ps`, `restart`, `logs`, `down`, from a user's side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.adapters.process.ports import any_free
from tests.adapters.process.test_call import saying
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.fixture
def services(tmp_path: Path) -> Path:
    file = tmp_path / "aurora.toml"
    file.write_text('[services.a]\ncommand = ["sh", "-c", "echo hello; exec sleep 1000"]\ngroup = "all"\n', "utf-8")
    return file


@pytest.fixture
def aurora(aurora: Aurora, services: Path) -> Aurora:
    own = {
        "AURORA_SERVICES": str(services),
        "AURORA_STATE": str(services.parent / "state"),
        "AURORA_LUMINAR_PORT": str(any_free()),
    }
    return lambda *words, environment=own: aurora(*words, environment=environment)


def test_without_a_supervisor_every_command_says_how_to_start_one(aurora: Aurora) -> None:
    for words in (["ps"], ["restart", "a"], ["down"], ["down", "a"], ["stop", "a"], ["reload"], ["predictions"]):
        ran = aurora(*words)
        assert (ran.status, "aurora up" in ran.err) == (1, True), words


@pytest.mark.parametrize("text", ["[]", '{"services": null}', '{"services": [{"wanted": true}]}'])
def test_what_is_no_supervisor_is_called_so(text: str, tmp_path: Path, aurora: Aurora) -> None:
    port, ended = saying(f"HTTP/1.1 200 X\r\n\r\n{text}".encode())
    ran = aurora("ps", environment={"AURORA_STATE": str(tmp_path), "AURORA_LUMINAR_PORT": str(port)})
    ended()
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"Luminar: what answers on port {port} is no supervisor.")


def test_a_bad_file_or_name_starts_nothing(aurora: Aurora, services: Path) -> None:
    assert aurora("up", "nope").status == 2
    services.write_text("[services", "utf-8")
    ran = aurora("up")
    assert (ran.status, "not TOML" in ran.err) == (2, True)
    assert aurora("up", "--file", "nowhere.toml").status == 2
    assert aurora("logs", "a").status == 2
    assert aurora("ps").status == 1


def test_services_go_up_are_shown_and_go_down(aurora: Aurora, services: Path) -> None:
    up = aurora("up", "--json")
    try:
        assert up.status == 0
        (shown,) = up.json["services"]
        assert (shown["name"], shown["phase"]) == ("a", "healthy")
        assert "running" in aurora("ps").out  # nothing asks whether it works
        assert aurora("up").status == 0
        assert aurora("ps", "--json").json["services"][0]["pid"] == shown["pid"]
        assert aurora("restart", "a", "--json").json["services"][0]["starts"] == 2
        assert aurora("restart", "nope").status == 2
        assert aurora("restart", "all", "--json").json["services"][0]["starts"] == 3
        assert aurora("predictions", "--json").json == {
            "memory full": {},
            "descriptors used up": {},
            "threads used up": {},
            "shifted": {},
        }
        assert aurora("predictions").out.startswith("Nothing grows")
        assert aurora("stop", "a", "--json").json["services"][0]["phase"] == "stopped"
        assert aurora("stop", "nope").status == 2
        good = services.read_text("utf-8")
        services.write_text(good + "restarts = 1\n", "utf-8")
        bad = aurora("reload")
        assert (bad.status, f"{services}:4" in bad.err, "'restarts'" in bad.err) == (2, True, True)
        services.write_text(good + '[services.b]\ncommand = "sleep 1000"\n', "utf-8")
        assert [each["name"] for each in aurora("reload", "--json").json["services"]] == ["a", "b"]
        services.write_text(good + '[services.b]\ncommand = "no-such-program"\nrestart = "never"\n', "utf-8")
        assert (aurora("reload").status, aurora("restart", "b").status) == (1, 1)
        services.write_text(good + '[services.b]\ncommand = "sleep 1000"\n', "utf-8")
        assert (aurora("reload").status, aurora("restart", "b").status) == (1, 0)
        assert aurora("down", "b", "--json").json["services"][1]["phase"] == "stopped"
        assert aurora("logs", "a", "--json").json["lines"][0] == "hello"
    finally:
        down = aurora("down")
    assert (down.status, down.out) == (0, "Nothing runs.\n")
