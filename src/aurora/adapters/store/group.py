"""Commits what several threads write as one transaction: one flush to the disk for all of them."""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from aurora.adapters.store.database import Database
from aurora.adapters.store.failures import told
from aurora.model.errors import UnreachableStoreError

T = TypeVar("T")


class _Item(Generic[T]):
    def __init__(self, work: Callable[[Connection], T]) -> None:
        self.work = work
        self.answer: T | None = None
        self.error: BaseException | None = None
        self.done = False


class GroupCommit:
    """Leader and followers: who finds the writer free commits for everybody who waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Item[Any]] = []
        self._lock, self._turn = threading.Lock(), threading.Lock()

    def run(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a transaction shared with others; it is on the disk when this returns.

        What `work` raises undoes its own writes only.
        """
        item = _Item(work)
        with self._lock:
            self._waiting.append(item)
        with self._turn:
            if not item.done:
                with self._lock:
                    group, self._waiting = self._waiting, []
                self._commit(group)
        if item.error is not None:
            raise item.error
        return item.answer  # type: ignore[return-value]

    def _commit(self, group: list[_Item[Any]]) -> None:
        try:
            with self._database.writing() as connection:
                for item in group:
                    self._attempt(item, connection)
        except BaseException as error:
            for item in group:
                item.error = item.error or error
            if not isinstance(error, Exception):
                raise
        finally:
            for item in group:
                item.done = True

    def _attempt(self, item: _Item[Any], connection: Connection) -> None:
        try:
            with told(self._database.url), connection.begin_nested():
                item.answer = item.work(connection)
        except UnreachableStoreError:
            raise  # the transaction is gone, for everybody who shares it
        except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
            item.error = error
