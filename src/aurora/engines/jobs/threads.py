"""Threads that jobs run in; none of them keeps the process alive."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Threads(Executor):
    """A daemon thread for each call: one that hears nothing, or waits for a database, ends with its process."""

    def submit(self, call: Callable[P, T], /, *arguments: P.args, **options: P.kwargs) -> Future[T]:
        """Begin a call in a thread of its own."""
        future: Future[T] = Future()
        threading.Thread(target=_run, args=(future, call, arguments, options), name="aurora-job", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for nobody: what runs was told to stop, and can write nothing more."""


def _run(future: Future[Any], call: Callable[..., Any], arguments: Any, options: Any) -> None:
    if future.set_running_or_notify_cancel():
        try:
            future.set_result(call(*arguments, **options))
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever asks for the result
            future.set_exception(error)
