"""The tools are joined once, when they are first needed, and ended at the end."""

from pathlib import Path

from aurora.entrypoints.cli.session import Session
from aurora.flows.tools import Tools
from aurora.model.settings import Settings
from tests.doubles import ScriptedEngines, tools_with


def test_nothing_is_joined_for_a_command_that_needs_no_tools(tmp_path: Path) -> None:
    joined: list[Settings] = []

    def join(settings: Settings) -> Tools:
        joined.append(settings)
        return tools_with(tmp_path)

    Session(join, {}).close()
    assert joined == []


def test_tools_are_joined_once_from_the_environment_and_closed(tmp_path: Path) -> None:
    engines = ScriptedEngines()
    joined: list[Settings] = []

    def join(settings: Settings) -> Tools:
        joined.append(settings)
        return tools_with(tmp_path, engines)

    session = Session(join, {"AURORA_SEED": "7"})
    assert session.tools is session.tools
    assert [settings.seed for settings in joined] == [7]
    session.close()
    assert engines.closed
