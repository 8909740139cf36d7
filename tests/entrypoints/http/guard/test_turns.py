import asyncio

import pytest

from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.entrypoints.http.guard.turns import Turns


def test_a_few_wait_and_the_rest_is_refused() -> None:
    async def story() -> tuple[int, int]:
        turns, inside, most = Turns(1), 0, 0

        async def use() -> None:
            nonlocal inside, most
            async with turns.take():
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

        ended = await asyncio.gather(*(use() for _ in range(12)), return_exceptions=True)
        return most, sum(isinstance(each, Refusal) for each in ended)

    assert asyncio.run(story()) == (1, 3)


def test_who_waits_too_long_is_refused_and_leaves_no_trace() -> None:
    async def story() -> None:
        turns = Turns(1, seconds=0.01)
        async with turns.take():
            with pytest.raises(Refusal) as caught:
                async with turns.take():
                    pass
            assert (caught.value.status, caught.value.retry_after) == (503, 2)
        async with turns.take():
            pass

    asyncio.run(story())
