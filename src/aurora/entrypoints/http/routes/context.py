"""What belongs to a request about a project: its files as they are now, and where it stands in Git."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from aurora.components.core.context_engine import Context, Contexts
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.routes.bridge import absolute
from aurora.model.key import Scope

router = APIRouter(tags=["aurora"])


class ProjectContext(BaseModel):
    """A project as it would be read for a request."""

    root: str
    files: dict[str, int] = Field(description="characters by relative path")
    sources: list[str] = Field(description="Python files that are no tests")
    tests: list[str]
    unread: list[str] = Field(description="Python files that cannot be read, and why")
    revision: str = Field(description="of its checkout, with + when it has changes; empty without one")


@router.get("/api/context", openapi_extra=needs(Scope.READ))
async def context(
    request: Request,
    path: Annotated[str, Query(min_length=1, max_length=4000, description="a file or folder, absolute")],
) -> ProjectContext:
    """The context of a request about this path; files are read again only when one of them changed."""
    place, living = absolute(path), house_of(request).household.coordinator

    def gathered() -> tuple[Context, str]:
        engine: Contexts = living.thing("C8")
        found = engine.of(place, to_change=False)
        return found, engine.revision(found)

    found, revision = await aside(gathered)
    project = found.project
    return ProjectContext(
        root=str(project.root), files={name: len(text) for name, text in project.files.items()},
        sources=sorted(project.sources), tests=sorted(project.tests),
        unread=[f"{each.path}:{each.line} {each.message}" for each in project.unread], revision=revision,
    )  # fmt: skip
