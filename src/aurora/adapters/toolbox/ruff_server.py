"""Ruff kept running: its language server answers for one text in a millisecond, a new process needs fifty."""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any

from aurora.adapters.toolbox.ruff import IGNORED, RULES, severity_of
from aurora.contracts.linter import Linter
from aurora.model.finding import Finding, Sources
from aurora.pycode.spans import BOM

_PLAIN = re.compile(r"\w+\.py")
_SECONDS = 20.0
_HELP = "\n\nhelp: "  # the server appends to a message what the program says apart
_FOLDER = Path(tempfile.gettempdir()) / f"aurora-ruff-{os.getpid()}"  # where the texts would lie; it is never made


class _SilentError(Exception):
    """The server ended, or said what is no answer."""


class RuffServer:
    """The findings of `behind`, from a server that is started when it is first asked and again when it has died.

    Only a single module is given to it; everything else, and what it cannot answer, is asked of `behind`. It reads its
    questions from a pipe of this process and ends when that does, however it ends. For any thread.
    """

    def __init__(self, behind: Linter) -> None:
        self._behind = behind
        self._lock = threading.Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._number = 0

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """Findings in `sources`; raises `ToolError` when ruff is missing or fails."""
        if len(sources) == 1:
            ((name, text),) = sources.items()
            if _PLAIN.fullmatch(name) and _sendable(text):
                with self._lock:
                    rows = self._asked(name, text)
                if rows is not None:
                    return tuple(sorted(_finding(name, row) for row in rows))
        return self._behind.findings(sources)

    def close(self) -> None:
        """End the server; it is started again when somebody asks."""
        with self._lock:
            self._end()

    def _asked(self, name: str, text: str) -> list[dict[str, Any]] | None:
        """What the server says; None when it died, also a second time."""
        for _ in range(2):
            try:
                return self._look(name, text)
            except (_SilentError, OSError, ValueError, KeyError):
                self._end()
        return None

    def _look(self, name: str, text: str) -> list[dict[str, Any]]:
        server = self._server or self._started()
        place = {"uri": (_FOLDER / name).as_uri()}
        document = {**place, "languageId": "python", "version": 1, "text": text}
        limit = threading.Timer(_SECONDS, server.kill)
        limit.start()
        try:
            _tell(server, "textDocument/didOpen", {"textDocument": document})
            answer = self._answer(server, "textDocument/diagnostic", {"textDocument": place})
            _tell(server, "textDocument/didClose", {"textDocument": place})
        finally:
            limit.cancel()
        rows: list[dict[str, Any]] = answer["items"]
        return rows

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "ruff", "server"]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._server = server = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)
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
        answer = self._answer(server, "initialize", given)
        if answer["capabilities"].get("positionEncoding") != "utf-32":
            raise _SilentError
        _tell(server, "initialized", {})
        return server

    def _answer(self, server: "subprocess.Popen[bytes]", method: str, given: object) -> Any:
        self._number += 1
        _send(server, {"id": self._number, "method": method, "params": given})
        assert server.stdout is not None
        while (message := _received(server.stdout)).get("id") != self._number or "method" in message:
            continue  # a notice, or a question that nobody here answers
        return message["result"]

    def _end(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.kill()
            server.communicate()


def _tell(server: "subprocess.Popen[bytes]", method: str, given: object) -> None:
    _send(server, {"method": method, "params": given})


def _send(server: "subprocess.Popen[bytes]", message: dict[str, object]) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    assert server.stdin is not None
    server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    server.stdin.flush()


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
