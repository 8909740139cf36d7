import asyncio

import uvicorn

from aurora.entrypoints.http.server import Server


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
