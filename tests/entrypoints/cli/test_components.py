"""`aurora components`: what lives, what is declared only, what a drill showed."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aurora.flows.components import forget_server, note_server, running_server
from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_an_unknown_component_is_refused(aurora: Aurora) -> None:
    assert aurora("components", "C99").status == 2


def test_a_component_says_how_it_is(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    ran = aurora("components", "C31", "1", tools=tools)
    assert ran.status == 0
    assert "Validation System" in ran.out
    assert "1 of 1 are well; 1 are declared only." in ran.out
    facts = aurora("components", "31", "--json", tools=tools).json[0]
    assert (facts["living"], facts["ok"], facts["health"]["wrong"]) == (True, True, "")


def test_a_drill_says_what_was_broken(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    ran = aurora("components", "--drill", "C31", tools=tools)
    assert (ran.status, "survived" in ran.out, "the gate for names was opened" in ran.out) == (0, True, True)
    assert aurora("components", "--drill", "C31", "--json", tools=tools).json[0]["drill"]["passed"] is True


def row(number: int, condition: str, wrong: str = "") -> dict[str, Any]:
    asked = None if condition == "idle" else 0.2
    life = {"condition": condition, "wrong": wrong, "asked": asked, "took": 0.001, "healed": 0}
    return {"id": f"C{number}", "life": life, "figures": {} if condition == "idle" else {"asked": 3.0}}


@contextmanager
def serving(answers: dict[str, tuple[int, Any]]) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """A server that gives these answers by method and path, and keeps what it was asked, and with which key."""
    asked: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked.append((f"{self.command} {self.path}", self.headers.get("Authorization")))
            status, body = answers.get(f"{self.command} {self.path}", (404, {"detail": "nothing is here."}))
            text = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, *_facts: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


LISTED = {"GET /api/components?now=true": (200, {"components": [row(n, "healthy") for n in range(1, 44)]})}


def test_wrong_ways_to_ask_a_server_are_refused(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    assert aurora("components", "--at", "http://127.0.0.1:9", "--own", tools=tools).status == 2
    assert aurora("components", "--at", "localhost:5000", tools=tools).status == 2
    assert aurora("components", "--at", "http://127.0.0.1:9", "--drill", tools=tools).status == 2
    ran = aurora("components", "--at", "http://127.0.0.1:9", tools=tools)
    assert (ran.status, "no server answers" in ran.err) == (1, True)


def test_a_server_is_asked_with_the_key_and_tells_who_is_idle_or_ill(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    rows = [row(n, "healthy") for n in range(1, 44)]
    rows[29], rows[30] = row(30, "idle"), row(31, "ill", "a gate is open")
    with serving({"GET /api/components?now=true": (200, {"components": rows})}) as (url, asked):
        keyed = replace(tools, settings=replace(tools.settings, key="secret"))
        ran = aurora("components", "C30", "C31", "C33", "--at", url, tools=keyed)
        facts = aurora("components", "C30", "C31", "--at", url, "--json", tools=keyed).json
    assert (ran.status, "a gate is open" in ran.out) == (1, True)
    assert "1 of 3 are well; 1 are idle; 0 are declared only." in ran.out
    assert f"Asked the server at {url}." in ran.err
    assert [(each["condition"], each["ok"]) for each in facts] == [("idle", True), ("ill", False)]
    assert {key for _, key in asked} == {"Bearer secret"}


def test_the_running_server_is_asked_unless_told_otherwise(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    with serving({**LISTED, "GET /healthz": (200, {"status": "ok"})}) as (url, asked):
        note_server(tools.settings, url)
        assert aurora("components", "C31", "--json", tools=tools).json[0]["condition"] == "healthy"
        before = len(asked)
        assert aurora("components", "C31", "--own", "--json", tools=tools).json[0]["condition"] is None
        assert len(asked) == before
    ran = aurora("components", "C31", tools=tools)  # the server is gone
    assert (ran.status, "No server was asked; started in a house of their own." in ran.err) == (0, True)
    forget_server(tools.settings)
    assert not (tools.settings.state / "server.json").exists()


def test_the_note_of_another_server_is_left(tmp_path: Path) -> None:
    settings = tools_with(tmp_path).settings
    note_server(settings, "http://127.0.0.1:1")
    place = settings.state / "server.json"
    place.write_text(json.dumps({"url": "http://127.0.0.1:2", "pid": 1}), "utf-8")
    forget_server(settings)
    assert place.exists()
    place.write_text("cut", "utf-8")
    assert running_server(settings) is None


def test_a_drill_of_a_server_breaks_what_is_named_and_tells_what_it_spares(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.components.safety"))
    shown = {"id": "C31", "healthy": True, "told": True, "recovered": True, "passed": True, "words": "a gate -> open"}
    spared = {"detail": "the drill of C33 would break what is yours; nothing was broken.", "next": "Use --own."}
    answers = {"POST /api/components/C31/drill": (200, shown), "POST /api/components/C33/drill": (409, spared)}
    with serving(answers) as (url, _asked):
        ran = aurora("components", "--drill", "C31", "--at", url, tools=tools)
        refused = aurora("components", "--drill", "C33", "--at", url, tools=tools)
    assert (ran.status, "survived" in ran.out, "a gate -> open" in ran.out) == (0, True, True)
    assert (refused.status, "nothing was broken" in refused.err) == (1, True)
