"""Look at a text or a request: what is in it, how good it is, what would be asked to work on it."""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import House, aside, house_of
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.entrypoints.http.routed import Routed, mode_number, routed
from aurora.flows.analyze_text import TextAnalysis, analyze_text, is_code
from aurora.flows.route import route
from aurora.model.finding import Finding, Severity
from aurora.model.key import Scope
from aurora.pycode.reading import Readings

router = APIRouter(tags=["aurora"])
_LOOK = "analyze this code"  # what is asked for when code is all that is given
_NOTHING = TextAnalysis((), (), 1.0, 0.0)


class Input(BaseModel):
    """A text of Python, or a request in words."""

    input: str = Field(max_length=500_000)
    context: dict[str, Any] | None = Field(None, description="kept out of the analysis; told back to nobody")


class Issue(BaseModel):
    """One thing found at one place; lines and columns count from 1."""

    line: int
    column: int
    rule: str
    message: str
    severity: Severity
    advice: str


class Findings(BaseModel):
    """What was found: issues are errors and warnings, suggestions are notes, recommendations say what to do."""

    issues: list[Issue]
    suggestions: list[Issue]
    recommendations: list[str]
    asked: list[str] = Field(description="ids of the modes that looked")


class Analyzed(BaseModel):
    """What is in the input."""

    analysis: Findings
    score: float = Field(ge=0, le=1, description="1 when nothing was found; one error in ten lines halves it")
    routing: Routed | None = Field(description="null for an empty input")
    complexity: float = Field(ge=0, le=1)
    executionMode: int | None = Field(description="number of the mode it asks for")  # noqa: N815


@router.post("/api/aurora/analyze", response_model=Analyzed, openapi_extra=needs(Scope.READ))
async def analyze(request: Request, given: Input, _key: IdempotencyKey = None) -> Response:
    """What a text of Python holds, or what a request in words asks for; nothing is run.

    The same input is answered from memory until something that the answer rests on changes.
    """
    house = house_of(request)
    edition = house.edition
    answer = await aside(lambda: look(house, given.input).model_dump_json().encode())
    house.shelf.put(await request.body(), answer, edition)
    return Response(answer, media_type="application/json")


def look(house: House, text: str) -> Analyzed:
    """The answer, worked out."""
    read = Readings()
    code = is_code(text, read)
    found = analyze_text(house.tools, text, read) if code else _NOTHING
    words, given = (_LOOK, text) if code else (text, "")
    routing = route(house.tools, words, given, read) if words.strip() else None
    return Analyzed(
        analysis=Findings(
            issues=[_issue(each) for each in found.of(Severity.ERROR, Severity.WARNING)],
            suggestions=[_issue(each) for each in found.of(Severity.NOTE)],
            recommendations=list(found.recommendations),
            asked=list(found.asked),
        ),
        score=found.score,
        routing=None if routing is None else routed(routing),
        complexity=found.complexity if code or routing is None else routing.complexity,
        executionMode=None if routing is None else mode_number(routing),
    )


def _issue(each: Finding) -> Issue:
    return Issue(
        line=each.line,
        column=each.column,
        rule=each.rule,
        message=each.message,
        severity=each.severity,
        advice=each.advice,
    )
