"""What belongs to a request about a project: its files as they are now, and where it stands in Git."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from aurora.adapters.projects.read import MOST_FILES
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
    cutOffAt: str = Field(  # noqa: N815 - the wire has it so
        description="the first file or folder that was not looked at, since there are more than `most`; empty when all"
    )
    revision: str = Field(description="of its checkout, with + when it has changes; empty without one")


@router.get("/api/context", openapi_extra=needs(Scope.READ))
async def context(
    request: Request,
    path: Annotated[str, Query(min_length=1, max_length=4000, description="a file or folder, absolute")],
    most: Annotated[int, Query(ge=1, le=MOST_FILES, description="no more than so many files are read")] = 1_000,
) -> ProjectContext:
    """The context of a request about this path; files are read again only when one of them changed.

    `most` files are read, in the order of their folders, and at most twenty files and folders are looked at for each of
    them; where there are more, `cutOffAt` says where that ended.
    """
    place, living = absolute(path), house_of(request).household.coordinator

    def gathered() -> tuple[Context, str]:
        engine: Contexts = living.thing("C8")
        found = engine.of(place, to_change=False, most=most)
        return found, engine.revision(found)

    found, revision = await aside(gathered)
    project = found.project
    return ProjectContext(
        root=str(project.root), files={name: len(text) for name, text in project.files.items()},
        sources=sorted(project.sources), tests=sorted(project.tests),
        unread=[f"{each.path}:{each.line} {each.message}" for each in project.unread], cutOffAt=project.cut,
        revision=revision,
    )  # fmt: skip
