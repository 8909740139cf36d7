"""A small application behind the guard, with a route for each thing that the guard looks at."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, StreamingResponse

from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.middleware import Guard
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.guard.routes import session_routes
from aurora.model.key import Scope

ROUTES = APIRouter()


@ROUTES.get("/healthz", openapi_extra=needs(Scope.PUBLIC))
async def alive() -> dict[str, str]:
    return {"status": "ok"}


@ROUTES.get("/things", openapi_extra=needs(Scope.READ))
async def things(request: Request) -> dict[str, str]:
    return {"who": request.state.principal.name, "request": request.state.request_id}


@ROUTES.get("/page", openapi_extra=needs(Scope.READ))
async def page() -> HTMLResponse:
    return HTMLResponse("<p>hello</p>")


@ROUTES.post("/runs", openapi_extra=needs(Scope.RUN, heavy=True))
async def run(body: dict[str, Any]) -> dict[str, Any]:
    await asyncio.sleep(float(body.get("seconds", 0)))
    return body


@ROUTES.post("/things/{name}", openapi_extra=needs(Scope.CHANGE))
async def change(name: str) -> dict[str, str]:
    return {"changed": name}


@ROUTES.post("/restart", openapi_extra=needs(Scope.ADMIN))
async def restart() -> dict[str, bool]:
    return {"restarted": True}


@ROUTES.get("/seldom", openapi_extra=needs(Scope.READ, rate="2/minute"))
async def seldom() -> dict[str, bool]:
    return {"answered": True}


@ROUTES.get("/broken", openapi_extra=needs(Scope.READ))
async def broken() -> None:
    raise ZeroDivisionError("password=hunter2")


@ROUTES.get("/large", openapi_extra=needs(Scope.READ))
async def large() -> PlainTextResponse:
    return PlainTextResponse("x" * (1 << 25))


@ROUTES.get("/stream", openapi_extra=needs(Scope.READ))
async def stream(pieces: int = 1) -> StreamingResponse:
    async def flow() -> AsyncIterator[bytes]:
        for _ in range(pieces):
            yield b"x" * 65536

    return StreamingResponse(flow())


def guarded(gate: Gate) -> FastAPI:
    """The application behind this gate."""
    app = FastAPI()
    app.include_router(ROUTES)
    app.include_router(session_routes(gate))
    app.add_middleware(Guard, gate=gate)
    return app
