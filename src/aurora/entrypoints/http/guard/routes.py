"""`/api/session`: how the dashboard trades a key for a cookie, learns what it may, and leaves."""

import asyncio
import secrets
import time

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.keyring import Principal
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.key import Scope, digest


class Opening(BaseModel):
    """A key, given once for a cookie."""

    model_config = ConfigDict(extra="forbid")
    key: str = Field(min_length=1, max_length=200, description="The secret of a key.")


class Session(BaseModel):
    """Who asks, and what they may."""

    name: str
    scope: Scope
    csrf: str = Field(description="To be sent as X-CSRF-Token with every change; empty where no cookie is used.")


def session_routes(gate: Gate) -> APIRouter:
    """The routes of the session."""
    router = APIRouter(tags=["session"])

    @router.get("/api/session", openapi_extra=needs(Scope.PUBLIC))
    async def get_session(request: Request) -> Session:
        """Who asks, and what they may."""
        return _session(request.state.principal)

    @router.post("/api/session", openapi_extra=needs(Scope.PUBLIC, rate="30/minute"))
    async def open_session(opening: Opening, response: Response) -> Session:
        """Open a session with a key; the cookie is HttpOnly and SameSite=Strict, and Secure beyond loopback."""
        found = await gate.keyring.by_secret(opening.key)
        if found is None:
            raise Refusal(401, "key", "This key opens nothing: it is not known, has ended, or was revoked.")
        token = secrets.token_urlsafe(32)
        seconds = int(gate.settings.session_hours * 3600)
        key, until = found.name.removeprefix("aur_"), time.time() + seconds
        await asyncio.to_thread(lambda: gate.keys().open_session(digest(token), key, until=until))
        gate.keyring.forget(token)
        response.set_cookie(
            gate.cookie, token, max_age=seconds, path="/", httponly=True, samesite="strict", secure=gate.exposed
        )
        return _session(Principal(found.name, found.scope, token))

    @router.delete("/api/session", status_code=204, openapi_extra=needs(Scope.PUBLIC))
    async def close_session(request: Request, response: Response) -> None:
        """End the session and drop the cookie."""
        token = request.state.principal.session
        if token:
            await asyncio.to_thread(lambda: gate.keys().close_session(digest(token)))
            gate.keyring.forget(token)
        response.delete_cookie(gate.cookie, path="/", httponly=True, samesite="strict", secure=gate.exposed)

    return router


def _session(principal: Principal) -> Session:
    return Session(name=principal.name, scope=principal.scope, csrf=principal.csrf)
