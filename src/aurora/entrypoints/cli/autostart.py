"""`aurora autostart`: let the system start Luminar with the session."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from aurora.adapters.process.autostart import Start, Starter, definition, place, switch_on
from aurora.adapters.services.read import read_services
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def autostart(
    context: typer.Context,
    starter: Annotated[Starter, typer.Argument(help="What is to start it.")],
    write: Annotated[bool, typer.Option("--write", help="Put it where it belongs; otherwise it is shown.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show or write what lets systemd, launchd or the task scheduler of Windows run `aurora up`."""
    given = settings(context)
    file = given.services.resolve()
    read_services(file)
    environment = {
        "AURORA_SERVICES": str(file),
        "AURORA_STATE": str(given.state.expanduser().resolve()),
        "AURORA_LUMINAR_PORT": str(given.luminar_port),
    }
    text = definition(starter, Start(sys.executable, file.parent, environment))
    path, readable = place(starter, Path.home()), text.decode("utf-16" if starter is Starter.WINDOWS else "utf-8")
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_bytes(text)
        draft.replace(path)
    if as_json:
        print_json({"path": str(path), "written": write, "text": readable, "switch_on": switch_on(starter, path)})
    elif write:
        out().print(f"Written: {path}\nSwitch it on by: {switch_on(starter, path)}", markup=False, highlight=False)
    else:
        out().print(readable, markup=False, highlight=False, soft_wrap=True)
    return Exit.DONE
