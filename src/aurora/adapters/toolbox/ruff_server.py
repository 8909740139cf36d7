"""Ruff kept running: its language server answers for one text in a millisecond, a new process needs fifty."""

import json
import math
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

from aurora.adapters.toolbox.ruff import IGNORED, RULES, severity_of
from aurora.contracts.linter import Linter
from aurora.model.finding import Finding, Sources, place
from aurora.pycode.spans import BOM

_PLAIN = re.compile(r"\w+\.py")
_SECONDS = 20.0
_HELP = "\n\nhelp: "  # the server appends to a message what the program says apart
_FOLDER = Path(tempfile.gettempdir()) / f"aurora-ruff-{os.getpid()}"  # where the texts would lie; it is never made


class _SilentError(Exception):
    """The server ended, or said what is no answer."""


_FAILURES = (_SilentError, OSError, ValueError, KeyError)


class RuffServer:
    """The findings of `behind`, from a server that is started when it is first asked and again when it has died.

    Only a single module is given to it; everything else, and what it cannot answer, is asked of `behind`. It reads its
    questions from a pipe of this process and ends when that does, however it ends. For any thread.
    """

    def __init__(self, behind: Linter) -> None:
        self._behind = behind
        self._lock = threading.RLock()
        self._server: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._until = math.inf  # when it takes too long, by the clock
        self._ended = threading.Event()

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """Findings in `sources`; raises `ToolError` when ruff is missing or fails."""
        with self.ahead(sources) as found:
            return found()

    @contextmanager
    def ahead(self, sources: Sources) -> Iterator[Callable[[], tuple[Finding, ...]]]:
        """Ask now and hear later: ruff works while the caller does something else, then calls for the findings.

        Other threads that ask wait until the caller has left the block; what he asks besides, he asks after he heard.
        """
        if len(sources) != 1 or not all(_PLAIN.fullmatch(name) and _sendable(text) for name, text in sources.items()):
            yield lambda: self._behind.findings(sources)
            return
        ((name, text),) = sources.items()
        with self._lock, self._limited():
            number = self._sent(name, text)

            @cache
            def found() -> tuple[Finding, ...]:
                rows = self._asked(number, name, text)
                if rows is None:
                    return self._behind.findings(sources)
                return tuple(sorted((_finding(name, row) for row in rows), key=place))

            yield found

    def close(self) -> None:
        """End the server; it is started again when somebody asks."""
        with self._lock:
            self._end()

    @contextmanager
    def _limited(self) -> Iterator[None]:
        """A server that takes too long is killed, so that whoever waits for it goes on."""
        outer, self._until = self._until, time.monotonic() + _SECONDS
        try:
            yield
        finally:
            self._until = outer

    def _watch(self, server: "subprocess.Popen[bytes]", ended: threading.Event) -> None:
        """One thread a server looks after all questions: one for each would cost more than most answers."""
        while not ended.wait(_SECONDS / 4):
            if time.monotonic() > self._until:
                server.kill()

    def _asked(self, number: int | None, name: str, text: str) -> list[dict[str, Any]] | None:
        """What the server says to a question; None when it died, also when it was asked for a second time."""
        rows = self._heard(number)
        if rows is None:
            with self._limited():
                rows = self._heard(self._sent(name, text))
        return rows

    def _sent(self, name: str, text: str) -> int | None:
        """The number of a question that the server was told; None when it cannot be told any."""
        place = {"uri": (_FOLDER / name).as_uri()}
        document = {**place, "languageId": "python", "version": 1, "text": text}
        try:
            server = self._server or self._started()
            self._number += 1
            _send(
                server,
                {"method": "textDocument/didOpen", "params": {"textDocument": document}},
                {"id": self._number, "method": "textDocument/diagnostic", "params": {"textDocument": place}},
                {"method": "textDocument/didClose", "params": {"textDocument": place}},
            )
        except _FAILURES:
            self._end()
            return None
        return self._number

    def _heard(self, number: int | None) -> list[dict[str, Any]] | None:
        """The answer to a question; None when there is none."""
        server = self._server
        if number is None or server is None:
            return None
        try:
            rows: list[dict[str, Any]] = _answer(server, number)["items"]
        except _FAILURES:
            self._end()
            return None
        return rows

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "ruff", "server"]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._server = server = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)
        self._ended = threading.Event()
        watch = threading.Thread(target=self._watch, args=(server, self._ended), name="aurora-ruff", daemon=True)
        watch.start()
        lint = {"select": RULES.split(","), "ignore": [IGNORED]}
        settings = {"configurationPreference": "editorOnly", "configuration": {"lint": lint}, "logLevel": "error"}
        capabilities = {"general": {"positionEncodings": ["utf-32"]}, "textDocument": {"diagnostic": {}}}
        given = {
            "processId": os.getpid(),
            "rootUri": None,
            "workspaceFolders": [{"uri": _FOLDER.as_uri(), "name": "aurora"}],
            "capabilities": capabilities,
            "initializationOptions": {"settings": settings},
        }
        self._number += 1
        _send(server, {"id": self._number, "method": "initialize", "params": given})
        if _answer(server, self._number)["capabilities"].get("positionEncoding") != "utf-32":
            raise _SilentError
        _send(server, {"method": "initialized", "params": {}})
        return server

    def _end(self) -> None:
        server, self._server = self._server, None
        self._ended.set()
        if server is not None:
            server.kill()
            server.communicate()


def _send(server: "subprocess.Popen[bytes]", *messages: dict[str, object]) -> None:
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    assert server.stdin is not None
    server.stdin.write(b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies))
    server.stdin.flush()


def _answer(server: "subprocess.Popen[bytes]", number: int) -> Any:
    assert server.stdout is not None
    while (message := _received(server.stdout)).get("id") != number or "method" in message:
        continue  # a notice, a question that nobody here answers, or an answer that nobody waits for any more
    return message["result"]


def _received(stream: IO[bytes]) -> dict[str, Any]:
    """One message of the Language Server Protocol: headers, an empty line, JSON."""
    size = 0
    while (line := stream.readline()).strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            size = int(value)
    body = stream.read(size) if size else b""
    if not body:
        raise _SilentError
    message: dict[str, Any] = json.loads(body)
    return message


def _sendable(text: str) -> bool:
    """Whether a text can be told as JSON, which lone surrogates cannot, and has the columns that the program counts."""
    if text.startswith(BOM):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _finding(name: str, row: dict[str, Any]) -> Finding:
    rule, place = row.get("code") or "invalid-syntax", row["range"]["start"]
    message = row["message"].partition(_HELP)[0]
    return Finding(name, place["line"] + 1, place["character"] + 1, rule, message, severity_of(rule))
