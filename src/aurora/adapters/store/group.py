"""Commits what several threads write as one transaction: one flush to the disk for all of them."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from aurora.adapters.store.database import Database
from aurora.adapters.store.failures import told
from aurora.model.errors import BusyStoreError, DeadlockError, UnreachableStoreError

T = TypeVar("T")
ItemT = TypeVar("ItemT")
AnswerT = TypeVar("AnswerT")

_TRIES = 10  # more of a write that met another process in its rows; each ends one of those that wait for each other


class _Part(Generic[ItemT, AnswerT]):
    answer: AnswerT  # there unless there is an error, once it is done

    def __init__(self, item: ItemT) -> None:
        self.item = item
        self.error: BaseException | None = None
        self.done = False


class _Shared(ABC, Generic[ItemT, AnswerT]):
    """Leader and followers: who finds the writer free commits for everybody who waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Part[ItemT, AnswerT]] = []
        self._lock, self._turn = threading.Lock(), threading.Lock()

    def _share(self, item: ItemT) -> AnswerT:
        """The answer to an item, which was committed alone or with others."""
        part: _Part[ItemT, AnswerT] = _Part(item)
        with self._lock:
            self._waiting.append(part)
        with self._turn:
            if not part.done:
                with self._lock:
                    parts, self._waiting = self._waiting, []
                try:
                    self._commit(parts)
                finally:
                    for each in parts:
                        each.done = True
        if part.error is not None:
            raise part.error
        return part.answer

    @abstractmethod
    def _commit(self, parts: list[_Part[ItemT, AnswerT]]) -> None:
        """Give each part its answer or its error."""


class GroupCommit(_Shared[Callable[[Connection], Any], Any]):
    """Different writes of several threads in one transaction."""

    def run(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a transaction shared with others; it is on the disk when this returns.

        What `work` raises undoes its own writes only. It is called again when the database ended it so that another
        process, which waited for it and it for that one, could go on.
        """
        answer: T = self._share(work)
        return answer

    def _commit(self, parts: list[_Part[Callable[[Connection], Any], Any]]) -> None:
        self._write(parts)
        for part in parts:
            for _ in range(_TRIES):
                if isinstance(part.error, DeadlockError):
                    part.error = None
                    self._write([part])

    def _write(self, parts: list[_Part[Callable[[Connection], Any], Any]]) -> None:
        try:
            with self._database.writing() as connection:
                for part in parts:
                    self._attempt(part, connection)
        except BaseException as error:
            for part in parts:
                part.error = part.error or error
            if not isinstance(error, Exception):
                raise

    def _attempt(self, part: _Part[Callable[[Connection], Any], Any], connection: Connection) -> None:
        try:
            with told(self._database.url), connection.begin_nested():
                part.answer = part.item(connection)
        except UnreachableStoreError:
            raise  # the transaction is gone, for everybody who shares it
        except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
            part.error = error


class Batch(_Shared[ItemT, AnswerT]):
    """The same write for several threads, done as one: `work` is given all their items and answers in their order.

    Cheaper than `GroupCommit` by its statements, which are as many for a hundred items as for one. When the write of
    them all is refused, each is tried alone, so that an item that cannot be written harms nobody else.
    """

    def __init__(self, database: Database, work: Callable[[Connection, Sequence[ItemT]], Sequence[AnswerT]]) -> None:
        super().__init__(database)
        self._work = work

    def run(self, item: ItemT) -> AnswerT:
        """Write one item together with those of others; it is on the disk when this returns."""
        return self._share(item)

    def _commit(self, parts: list[_Part[ItemT, AnswerT]], tries: int = _TRIES) -> None:
        try:
            with self._database.writing() as connection:
                answers = self._work(connection, [part.item for part in parts])
            for part, answer in zip(parts, answers, strict=True):
                part.answer = answer
        except (UnreachableStoreError, BusyStoreError) as error:
            _fail(parts, error)
        except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
            if len(parts) > 1:
                for part in parts:
                    self._commit([part])
            elif isinstance(error, DeadlockError) and tries:
                self._commit(parts, tries - 1)
            else:
                _fail(parts, error)
        except BaseException as error:
            _fail(parts, error)
            raise


def _fail(parts: list[_Part[ItemT, AnswerT]], error: BaseException) -> None:
    for part in parts:
        part.error = error
