"""Talk with Aurora in plain English."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, StringConstraints

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.flows.chat.talk import talk
from aurora.model.key import Scope

router = APIRouter(tags=["chat"])


class Said(BaseModel):
    """A message of a conversation."""

    message: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
    session: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][\w.-]*$", max_length=100)] = "api"


class Answer(BaseModel):
    """What Aurora says; `did` is what was really done, and a `question` is answered by the next message."""

    session: str
    text: str
    intent: str
    did: list[str]
    links: list[str]
    question: str
    could: bool = Field(description="false when what was asked could not be done")


@router.post("/api/chat", openapi_extra=needs(Scope.CHANGE, heavy=True))
async def chat(request: Request, said: Said, _key: IdempotencyKey = None) -> Answer:
    """Say something and have it done; what changes files or stops services is asked about first."""
    tools = house_of(request).tools
    reply = await aside(lambda: talk(tools, said.session, said.message))
    return Answer(
        session=said.session,
        text=reply.text,
        intent=reply.intent,
        did=list(reply.did),
        links=list(reply.links),
        question=reply.question,
        could=reply.could,
    )
