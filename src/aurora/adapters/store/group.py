"""Commits what several threads write as one transaction: one flush to the disk for all of them."""

import threading
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from aurora.adapters.store.database import Database
from aurora.adapters.store.failures import told
from aurora.model.errors import BusyStoreError, UnreachableStoreError

T = TypeVar("T")
ItemT = TypeVar("ItemT")
AnswerT = TypeVar("AnswerT")


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


class _Part(Generic[ItemT, AnswerT]):
    def __init__(self, item: ItemT) -> None:
        self.item = item
        self.answer: AnswerT | None = None
        self.error: BaseException | None = None
        self.done = False


class Batch(Generic[ItemT, AnswerT]):
    """The same write for several threads, done as one: `work` is given all their items and answers in their order.

    Cheaper than `GroupCommit` by its statements, which are as many for a hundred items as for one. When the write of
    them all is refused, each is tried alone, so that an item that cannot be written harms nobody else.
    """

    def __init__(self, database: Database, work: Callable[[Connection, Sequence[ItemT]], Sequence[AnswerT]]) -> None:
        self._database, self._work = database, work
        self._waiting: list[_Part[ItemT, AnswerT]] = []
        self._lock, self._turn = threading.Lock(), threading.Lock()

    def run(self, item: ItemT) -> AnswerT:
        """Write one item together with those of others; it is on the disk when this returns."""
        part: _Part[ItemT, AnswerT] = _Part(item)
        with self._lock:
            self._waiting.append(part)
        with self._turn:
            if not part.done:
                with self._lock:
                    parts, self._waiting = self._waiting, []
                self._commit(parts)
        if part.error is not None:
            raise part.error
        return part.answer  # type: ignore[return-value]

    def _commit(self, parts: list[_Part[ItemT, AnswerT]]) -> None:
        try:
            with self._database.writing() as connection:
                answers = self._work(connection, [part.item for part in parts])
            for part, answer in zip(parts, answers, strict=True):
                part.answer = answer
        except (UnreachableStoreError, BusyStoreError) as error:
            _fail(parts, error)
        except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
            if len(parts) == 1:
                _fail(parts, error)
            else:
                for part in parts:
                    self._commit([part])
        except BaseException as error:
            _fail(parts, error)
            raise
        finally:
            for part in parts:
                part.done = True


def _fail(parts: list[_Part[ItemT, AnswerT]], error: BaseException) -> None:
    for part in parts:
        part.error = error
