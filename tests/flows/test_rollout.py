"""Changes in phases, with real services and with a supervisor that says what a test wants."""

import http.server
import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aurora.flows.rollout import roll_out
from aurora.model.errors import AuroraError
from aurora.model.rollout import Gate, Limits, Outcome, Plan, Stage
from tests.checkouts import check_in, git
from tests.flows.test_supervise import Stage as Theatre
from tests.flows.test_supervise import stage as theatre

__all__ = ["theatre"]


class Said:
    """A supervisor that says what it is told to say."""

    def __init__(self, phase: str = "healthy") -> None:
        self.services: list[dict[str, Any]] = [{"name": "a", "wanted": True, "phase": phase, "starts": 1, "why": ""}]
        self.full: dict[str, object] = {}
        self.posts: list[str] = []

    def get(self, path: str) -> dict[str, Any]:
        return {"services": self.services} if path == "status" else {"memory full": self.full}

    def post(self, path: str) -> dict[str, Any]:
        self.posts.append(path)
        return {}


class Answering(http.server.BaseHTTPRequestHandler):
    delay = 0.0

    def do_GET(self) -> None:
        time.sleep(type(self).delay)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"mode": "old"}')

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"reply": said["message"]}).encode())

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
    Answering.delay = 0.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "aurora.toml"
    path.write_text("old", "utf-8")
    (tmp_path / "next.toml").write_text("new", "utf-8")
    return path


def tried(file: Path, client: Said, stage: Stage) -> Outcome:
    heard = list[Outcome]()
    (outcome,) = roll_out(Plan((stage,)), client, file, file.parent / "kept", heard.append)
    assert heard == [outcome]
    return outcome


def test_nothing_is_changed_while_something_is_ill(file: Path) -> None:
    with pytest.raises(AuroraError, match="a is not healthy before the change"):
        tried(file, Said("parked"), Stage("x", file.parent / "next.toml"))
    assert file.read_text("utf-8") == "old"


def test_a_phase_that_holds_is_kept(file: Path, url: str) -> None:
    gate = Gate(url, fields={"mode": "old"}, slower=0)
    outcome = tried(file, Said(), Stage("x", file.parent / "next.toml", gates=(gate,), window=0.2, interval=0.01))
    assert (outcome.state, outcome.why, file.read_text("utf-8")) == ("kept", "", "new")
    assert outcome.checks > 1


@pytest.mark.parametrize(
    ("fields", "why"), [({"mode": "new"}, "mode is 'old', not 'new'"), ({"x": 1}, "x is None, not 1")]
)
def test_a_gate_that_does_not_hold_puts_the_phase_back(
    file: Path, url: str, fields: dict[str, object], why: str
) -> None:
    client = Said()
    outcome = tried(file, client, Stage("x", file.parent / "next.toml", gates=(Gate(url, fields=fields),), window=5.0))
    assert (outcome.state, outcome.why) == ("rolled back", f"{url}: {why}")
    assert (file.read_text("utf-8"), client.posts) == ("old", ["reload", "reload"])


def test_an_answer_that_takes_much_longer_than_before_puts_it_back(file: Path, url: str) -> None:
    class Slowing(Said):
        def post(self, path: str) -> dict[str, Any]:
            Answering.delay = 0.1
            return super().post(path)

    stage = Stage("x", file.parent / "next.toml", gates=(Gate(url),), window=1.0, interval=0.01)
    outcome = tried(file, Slowing(), stage)
    assert outcome.state == "rolled back"
    assert "ms before" in outcome.why


def test_a_command_that_fails_or_does_not_end_changes_no_file(file: Path) -> None:
    for words, why in (
        (("sh", "-c", "echo bad; exit 3"), "sh exited with status 3: bad"),
        (("sleep", "99"), "sleep did not end within 0.2 s"),
        (("/nowhere",), "/nowhere cannot be run: No such file or directory"),
    ):
        outcome = tried(file, Said(), Stage(words[0], file.parent / "next.toml", run=words, seconds=0.2, window=0.0))
        assert (outcome.state, outcome.why) == ("rolled back", why)
        (file.parent / "kept").rename(file.parent / words[0].strip("/"))


def test_an_answer_to_what_is_posted_and_a_text_in_it_are_gates(file: Path, url: str) -> None:
    said = Gate(url, post={"message": "hello"}, fields={"reply": "hello"}, slower=0)
    for gate, state in ((said, "kept"), (replace(said, has="<html>"), "rolled back")):
        outcome = tried(file, Said(), Stage("x", file.parent / "next.toml", gates=(gate,), window=0.1))
        assert outcome.state == state
        assert [each.url for each in outcome.gates] == ([url] if state == "kept" else [])
        shutil.rmtree(file.parent / "kept")
    assert outcome.why == f"{url}: '<html>' is not in the answer"


def test_other_phases_are_tried_until_as_many_were_put_back_as_the_plan_allows(file: Path) -> None:
    bad = Stage("bad", run=("false",), window=0.0)
    plan = Plan((bad, Stage("good", run=("true",), window=0.0), bad, Stage("after", run=("true",))), Limits(failures=2))
    outcomes = roll_out(plan, Said(), file, file.parent / "kept", lambda _: None)
    assert [each.state for each in outcomes] == ["rolled back", "kept", "rolled back", "not tried"]
    report = json.loads((file.parent / "kept/report.json").read_text("utf-8"))
    assert [(each["stage"], each["state"]) for each in report] == [(each.stage, each.state) for each in outcomes]
    assert file.read_text("utf-8") == "old"


def test_what_a_phase_names_is_restarted_so_many_at_one_time_as_the_plan_allows(file: Path) -> None:
    client = Said()
    row = client.services[0]
    client.services = [{**row, "name": name, "group": group} for name, group in (("a", "x"), ("b", "x"), ("c", "y"))]
    asked = list[str]()

    class Seen(Said):
        def get(self, path: str) -> dict[str, Any]:
            asked.append(path)
            return {"services": client.services} if path == "status" else {}

        def post(self, path: str) -> dict[str, Any]:
            asked.append(path)
            return {}

    roll_out(
        Plan((Stage("s", restart=("x",), window=0.0),), Limits(parallel=1)), Seen(), file, file.parent / "kept", print
    )
    posts = [each for each in asked if each != "status"]
    assert posts == ["restart/a", "restart/b"]
    assert "status" in asked[asked.index("restart/a") : asked.index("restart/b")]


def test_the_revision_of_the_code_is_put_back_and_what_ran_with_it_restarted(file: Path) -> None:
    code = file.parent / "code"
    code.mkdir()
    check_in(code)
    old = git(code, "rev-parse", "HEAD")
    client = Said()
    run = ("git", "-C", str(code), "commit", "-q", "--allow-empty", "-m", "new")
    client.full = {"a": {"seconds": 60}}
    outcome = tried(file, client, Stage("x", run=run, restart=("a",), checkouts=(code,), window=5.0))
    assert (outcome.state, client.posts) == ("rolled back", ["restart/a", "reload", "restart/a"])
    assert git(code, "rev-parse", "HEAD") == old


def test_each_phase_that_is_put_back_keeps_the_changes_it_left_uncommitted(file: Path) -> None:
    code = file.parent / "code"
    code.mkdir()
    (code / "a.txt").write_text("0\n")
    check_in(code)
    runs = [("sh", "-c", f"echo {number} > '{code}/a.txt'; false") for number in (1, 2)]
    stages = tuple(Stage("x", run=run, checkouts=(code,), window=0.0) for run in runs)
    roll_out(Plan(stages, Limits(failures=2)), Said(), file, file.parent / "kept", lambda _: None)
    patches = sorted((file.parent / "kept").glob("*.patch"))
    assert [each.name for each in patches] == ["1-code-0.patch", "2-code-0.patch"]
    assert [each.read_text("utf-8").splitlines()[-1] for each in patches] == ["+1", "+2"]


def test_a_forecast_of_full_memory_puts_it_back(file: Path) -> None:
    client = Said()
    client.full = {"a": {"seconds": 60}}
    outcome = tried(file, client, Stage("x", file.parent / "next.toml", window=5.0))
    assert (outcome.state, outcome.why) == ("rolled back", "a leak is foreseen: memory full in a")


def test_what_cannot_be_put_back_is_said(file: Path) -> None:
    class Breaking(Said):
        def post(self, path: str) -> dict[str, Any]:
            self.services[0]["phase"] = "parked"
            return super().post(path)

    outcome = tried(file, Breaking(), Stage("x", file.parent / "next.toml", window=0.1))
    assert outcome.state == "stuck"
    assert "then, putting it back: a is parked" in outcome.why


def test_a_bad_phase_alone_is_put_back_and_its_database_too(theatre: Theatre) -> None:
    theatre.client.post("start-all")
    before = theatre.all_healthy()
    folder, old = theatre.folder, theatre.file.read_text("utf-8")
    database = folder / "shop.db"
    with closing(sqlite3.connect(database)) as shop, shop:
        shop.execute("CREATE TABLE orders (n)")
    good = old + '\n[services.new]\ncommand = "sleep 1000"\n'
    (folder / "good.toml").write_text(good, "utf-8")
    failing = "import time; time.sleep(0.5); raise SystemExit(3)"
    bad = good + f"\n[services.bad]\ncommand = {json.dumps(['python3', '-c', failing])}\nrestart = {{ delay = 60 }}\n"
    (folder / "bad.toml").write_text(bad, "utf-8")
    spoil = ("python3", "-c", "import sqlite3; c = sqlite3.connect('shop.db'); c.execute('DROP TABLE orders')")
    stages = (
        Stage("good", folder / "good.toml", window=0.3),
        Stage("bad", folder / "bad.toml", run=spoil, databases=(database,), window=30.0),
        Stage("after", folder / "good.toml"),
    )
    outcomes = roll_out(Plan(stages), theatre.client, theatre.file, folder / "kept", lambda _: None)
    assert [each.state for each in outcomes] == ["kept", "rolled back", "not tried"]
    assert outcomes[1].why.startswith("bad failed in the window")
    assert theatre.file.read_text("utf-8") == good
    after = theatre.until(lambda now: "bad" not in now)
    assert sorted(after) == ["api", "db", "new"]
    assert [after[name]["pid"] for name in ("api", "db")] == [before[name]["pid"] for name in ("api", "db")]
    with closing(sqlite3.connect(database)) as shop:
        assert shop.execute("SELECT count(*) FROM orders").fetchone() == (0,)
