import asyncio
import gc

import uvicorn

from aurora.entrypoints.http.server import Server, settle_memory


def test_the_port_that_was_bound_is_told() -> None:
    async def app(_scope: object, _receive: object, _send: object) -> None: ...

    told: list[int] = []
    config = uvicorn.Config(app, port=0, lifespan="off", log_level="critical")

    def tell(port: int) -> None:
        told.append(port)
        server.should_exit = True

    server = Server(config, tell)
    asyncio.run(server.serve())
    assert [port > 0 for port in told] == [True]


def test_what_is_kept_for_ever_is_not_looked_through_again() -> None:
    threshold, frozen = gc.get_threshold(), gc.get_freeze_count()
    try:
        settle_memory()
        assert gc.get_freeze_count() > frozen
        assert gc.get_threshold()[0] > threshold[0]
        assert gc.get_threshold()[1:] == threshold[1:]
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
