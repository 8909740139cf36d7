"""The side of the optimizer that runs inside the sandbox: each request in a fork of its own."""

import contextlib
import importlib
import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from aurora.contracts.sandbox import Guest
from aurora.engines.optimize.compare import compare
from aurora.model.execution import Json, Limits

_BLOCKED = ("cacheprovider", "hypothesispytest", "xdist", "timeout", "schemathesis", "cov", "randomly")
_OPTIONS = (
    *("-q", "--no-header", "-x", "-o", "addopts=", "--rootdir=.", "-W", "ignore"),
    *(word for name in _BLOCKED for word in ("-p", f"no:{name}")),
)
_MOST = 40  # calls that are recorded of one function


def serve(guest: Guest, payload: Json) -> None:
    """Answer requests until the host closes: {"do", "seconds", "put", ...} -> {"status", "value", "raised"}."""
    assert isinstance(payload, dict)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(Path.cwd() / each) for each in ("src", ".") if Path(each).is_dir()]
    while (message := guest.receive()) is not None:
        assert isinstance(message, dict)
        guest.send(_answered(guest, message, int(str(payload["memory_mb"]))))


def _answered(guest: Guest, message: dict[str, Any], megabytes: int) -> Json:
    for path, text in message.get("put", {}).items():
        Path(path).write_text(text, "utf-8", newline="")
    seconds = message["seconds"]
    limits = Limits(wall_seconds=3 * seconds, cpu_seconds=seconds, memory_mb=megabytes, output_kb=4096, open_files=256)
    outcome = guest.call(lambda: _WORK[message["do"]](message), limits)
    raised = f"{outcome.raised.type}: {outcome.raised.message}" if outcome.raised else ""
    return {"status": outcome.status.value, "value": outcome.value, "raised": raised}


def _passes(request: Mapping[str, Any]) -> Json:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main([*_OPTIONS, *request["tests"]])) == 0


def _record(request: Mapping[str, Any]) -> Json:
    """The arguments with which the tests call the functions of a module, as texts; see `_heard`."""
    heard: dict[str, dict[str, None]] = {name: {} for name in request["functions"]}
    module = importlib.import_module(request["module"])
    for name, calls in heard.items():
        setattr(module, name, _heard(getattr(module, name), calls))
    passes = _passes(request)
    return {"passes": passes, "calls": {name: [*calls] for name, calls in heard.items()}}


def _heard(function: Callable[..., Any], calls: dict[str, None]) -> Callable[..., Any]:
    """The function, with the texts of its positional arguments kept when they are literals."""

    def listening(*given: Any, **named: Any) -> Any:
        if not named and len(calls) < _MOST:
            text = repr(given)
            with contextlib.suppress(Exception):
                if len(text) < 4000 and eval(text, {"__builtins__": {}, "inf": float("inf")}) == given:
                    calls[text] = None
        return function(*given, **named)

    return listening


_WORK: Mapping[str, Callable[[dict[str, Any]], Json]] = MappingProxyType(
    {"compare": compare, "passes": _passes, "record": _record}
)
