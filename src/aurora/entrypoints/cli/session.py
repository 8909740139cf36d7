"""What the commands share: the tools, joined when the first command needs them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from aurora.model.settings import Settings

if TYPE_CHECKING:
    from aurora.flows.tools import Tools


class Session:
    """One use of the command line."""

    def __init__(self, join: Callable[[Settings], "Tools"], environment: Mapping[str, str]) -> None:
        self._join = join
        self._environment = environment
        self._tools: Tools | None = None

    @property
    def settings(self) -> Settings:
        """What is set; raises `BadInputError` for an unusable setting."""
        return Settings.read(self._environment)

    @property
    def tools(self) -> "Tools":
        """The tools of this process; raises `BadInputError` for an unusable setting."""
        return self.joined()

    def joined(self, settings: Settings | None = None) -> "Tools":
        """The tools, joined by other settings than the environment's when this is their first use."""
        if self._tools is None:
            self._tools = self._join(settings or self.settings)
        return self._tools

    def close(self) -> None:
        """End what was started."""
        if self._tools is not None:
            self._tools.close()


def tools(context: typer.Context) -> "Tools":
    """The tools of the session that a command runs in."""
    session: Session = context.obj
    return session.tools


def settings(context: typer.Context) -> Settings:
    """The settings of the session that a command runs in."""
    session: Session = context.obj
    return session.settings


AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON value on stdout.")]
BudgetOption: TypeAlias = Annotated[
    float | None, typer.Option("--budget", min=0.1, help="Seconds that one search may take (AURORA_BUDGET).")
]
