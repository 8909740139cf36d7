"""Tests that pytest collected once, run again and again in this process (guest side)."""

import copy
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest.assertion import rewrite
from _pytest.config import _prepareconfig
from _pytest.tmpdir import tmppath_result_key

from aurora.engines.repair.steps import Steps
from aurora.engines.repair.suite import alarmed, failure_of, quiet
from aurora.model.execution import LEAN_PYTEST, Json

OPTIONS = (
    *("--capture=no", "--rootdir=.", "--no-header", "-q", "-p", "no:timeout"),
    *("-o", "tmp_path_retention_policy=failed"),
    *LEAN_PYTEST,
)
EXCUSED = (pytest.skip.Exception, pytest.xfail.Exception)  # what ends a test that has not failed


def rewrite_once(tests: Sequence[str]) -> None:
    """Have pytest rewrite the asserts of each test file once, for all its runs in this process and in forks of it."""
    once = cache(rewrite._rewrite_test)
    vars(rewrite)["_rewrite_test"] = lambda path, _config: once(path, None)  # which only says whom passes are told
    for test in tests:
        with suppress(SyntaxError, ValueError, RecursionError, OSError):
            once(Path.cwd() / test, None)


class Collected:
    """The items of a session that stays open; each run of an item has fixtures of its own."""

    def __init__(self, words: Sequence[str]) -> None:
        """Collect by the words of a command line; raises what imports raise and pytest does not keep to itself."""
        config = _prepareconfig([*words])
        config._do_configure()
        self._session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=self._session)
        config.hook.pytest_collection(session=self._session)
        self._items = {item.nodeid: item for item in self._session.items}
        self._given = {
            name: dict(item.callspec.params) for name, item in self._items.items() if hasattr(item, "callspec")
        }
        self._once = {name for name, params in self._given.items() if not _can_be_copied(params)}

    @property
    def sound(self) -> bool:
        """Whether there are tests, and all of them were collected."""
        return bool(self._items) and not self._session.testsfailed

    def repeats(self, names: Sequence[str]) -> bool:
        """Whether these can be run again and again: their parameters can be copied."""
        return self._once.isdisjoint(names)

    def until_failure(self, order: Sequence[str], seconds: float, steps: Steps) -> dict[str, Json]:
        """As `Runner.until_failure`; what can be run only once passes, and is left to the real run at the end."""
        names = [name for name in order or self._items if name in self._items]
        if len(names) < len(order):
            return {"n": 0, "o": {"s": "error", "e": "Missing", "m": "not every test was collected"}}
        for passed, name in enumerate(names):
            with quiet():
                result = self._run(self._items[name], seconds, steps)
            if result["s"] != "pass":
                return {"n": passed, "o": result, "at": name}
        return {"n": len(names), "o": None}

    def _run(self, item: Any, seconds: float, steps: Steps) -> dict[str, Json]:
        if item.get_closest_marker("xfail") or item.nodeid in self._once:
            return {"s": "pass"}
        params = self._given.get(item.nodeid)
        if params:
            item.callspec.params.update(_copied(params))
        item._initrequest()  # as for any item that is run again
        vars(item).pop("_obj", None)
        vars(item).pop("_instance", None)
        vars(item).pop("_excinfo", None)
        item.stash[tmppath_result_key] = {"call": True}  # as reports do; the folder goes with the test
        steps.restart()
        result: dict[str, Json] = {"s": "pass"}
        for phase in (self._call, self._leave):
            try:
                phase(item, seconds)
            except EXCUSED:
                continue
            except BaseException as error:  # noqa: BLE001 - whatever a candidate does is its result
                result = failure_of(error) if result["s"] == "pass" else result
        kept = [caught.value for caught in vars(item).get("_excinfo", ())]  # by a TestCase, which raises nothing
        failed = [error for error in kept if not isinstance(error, EXCUSED)]
        return failure_of(failed[0]) if failed and result["s"] == "pass" else result

    def _call(self, item: Any, seconds: float) -> None:
        with alarmed(seconds):
            item.ihook.pytest_runtest_setup(item=item)
            item.ihook.pytest_runtest_call(item=item)

    def _leave(self, item: Any, seconds: float) -> None:
        with alarmed(seconds):
            item.ihook.pytest_runtest_teardown(item=item, nextitem=None)


def _can_be_copied(params: dict[str, Any]) -> bool:
    try:
        _copied(params)
    except Exception:  # noqa: BLE001 - whatever an object of the project raises
        return False
    return True


def _copied(params: dict[str, Any]) -> dict[str, Any]:
    """Parameters of their own for a run; a module stays the one that it is."""
    return copy.deepcopy(params, {id(value): value for value in params.values() if isinstance(value, ModuleType)})
