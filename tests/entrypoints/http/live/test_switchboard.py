import asyncio
import threading
from collections.abc import Awaitable, Callable

import pytest

from aurora.adapters.store.memory import MemoryEvents
from aurora.engines.live import feed
from aurora.engines.live.frames import Wish
from aurora.entrypoints.http.guard.keyring import LOCAL, Principal
from aurora.entrypoints.http.live import switchboard
from aurora.entrypoints.http.live.listener import NOT_ALLOWED, TOO_SLOW
from aurora.entrypoints.http.live.switchboard import Switchboard, Terms
from aurora.model.errors import StoreError
from aurora.model.job import Traffic
from tests.engines.live.test_feed import until

WISH = Wish("subscribe", frozenset({"telemetry", "fix"}))


async def silent(_text: str) -> None: ...


async def always(_principal: Principal) -> bool:
    return True


def board(still: Callable[[Principal], Awaitable[bool]] = always, patience: float = 60.0) -> Switchboard:
    return Switchboard(MemoryEvents, lambda: Traffic(0, 0, 0.0, 1), still, Terms(2, 60.0, patience))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "_TICK", 0.01)


def names() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_nothing_is_read_or_measured_while_nobody_listens() -> None:
    async def story() -> None:
        made = board()
        assert "aurora-live" not in names()
        one, other = await made.join(silent, LOCAL), await made.join(silent, LOCAL)
        assert names().count("aurora-live") == 1
        assert made.is_full
        await made.leave(one)
        assert "aurora-live" in names()
        await made.leave(other)
        assert "aurora-live" not in names()
        await made.leave(other)
        again = await made.join(silent, LOCAL)
        assert "aurora-live" in names()
        await made.leave(again)
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(story())


def test_a_listener_that_does_not_read_is_left_and_the_others_are_not() -> None:
    async def story() -> None:
        made, heard = board(patience=0.05), list[str]()

        async def stuck(_text: str) -> None:
            await asyncio.Event().wait()

        async def reads(text: str) -> None:
            heard.append(text)

        slow, quick_one = await made.join(stuck, LOCAL), await made.join(reads, LOCAL)
        flow = asyncio.create_task(slow.flow())
        told = asyncio.create_task(slow.tell("welcome", {}))
        await quick_one.obey(WISH)
        await until(lambda: slow.farewell)
        assert slow.farewell is not None
        assert slow.farewell[0] == TOO_SLOW
        assert quick_one.farewell is None
        for task in (flow, told):
            task.cancel()
        await asyncio.gather(flow, told, return_exceptions=True)
        await made.leave(slow)
        await made.leave(quick_one)

    asyncio.run(story())


def test_a_listener_whose_key_has_ended_is_left_unless_nobody_can_tell() -> None:
    async def story() -> None:
        answers: list[bool | Exception] = [True, StoreError("away."), False]

        async def still(_principal: Principal) -> bool:
            answer = answers.pop(0) if answers else False
            if isinstance(answer, Exception):
                raise answer
            return answer

        made = board(still)
        listener = await made.join(silent, LOCAL)
        await until(lambda: listener.farewell)
        assert answers == []
        assert listener.farewell is not None
        assert listener.farewell[0] == NOT_ALLOWED
        await made.leave(listener)

    asyncio.run(story())


def test_a_log_that_cannot_be_read_lets_nobody_in() -> None:
    def away() -> MemoryEvents:
        raise StoreError("away.")

    async def story() -> None:
        made = Switchboard(away, lambda: Traffic(0, 0, 0.0, 1), always, Terms(1, 60.0, 60.0))
        with pytest.raises(StoreError):
            await made.join(silent, LOCAL)
        assert not made.is_full

    asyncio.run(story())


def test_who_is_idle_keeps_up_with_what_is_not_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "KEPT", 8)
    monkeypatch.setattr(switchboard, "KEPT", 8)
    log = MemoryEvents()

    async def story() -> None:
        made = Switchboard(lambda: log, lambda: Traffic(0, 0, 0.0, 1), always, Terms(2, 60.0, 60.0))
        listener = await made.join(silent, LOCAL)
        await listener.obey(Wish("subscribe", frozenset({"healing"})))
        flow = asyncio.create_task(listener.flow())
        for _ in range(100):
            log.append("audit.refused", source="test")
        await until(lambda: listener.seq >= 96)
        flow.cancel()
        await asyncio.gather(flow, return_exceptions=True)
        await made.leave(listener)

    asyncio.run(story())
