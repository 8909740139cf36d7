"""`aurora rollout`: change the services in phases that are put back when they do not hold."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from aurora.adapters.process.client import Client
from aurora.adapters.services.plan import read_plan
from aurora.adapters.services.whole import read_whole
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.flows.rollout import roll_out
from aurora.model.errors import Exit
from aurora.model.rollout import Outcome


def rollout(
    context: typer.Context,
    plan: Annotated[Path, typer.Argument(help="File with the phases (docs/how-to/keep-services-alive.md).")],
    as_json: AsJson = False,
) -> int:
    """Change the running services phase by phase; a phase whose gates do not hold is put back, and none follows."""
    given = settings(context)
    wanted = read_plan(plan)
    for file in filter(None, (stage.file for stage in wanted.stages)):
        read_whole(file)
    folder = given.supervision / "rollouts" / datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    client = Client(given.luminar_port)
    file = Path(client.get("status")["file"])
    outcomes = roll_out(wanted, client, file, folder, lambda each: None if as_json else _show(each))
    if as_json:
        print_json({"kept_in": str(folder), "phases": [asdict(each) for each in outcomes]})
    else:
        out().print(f"The report, and what was kept: {folder}", markup=False, highlight=False, soft_wrap=True)
    return Exit.DONE if all(each.state == "kept" for each in outcomes) else Exit.COULD_NOT


def _show(each: Outcome) -> None:
    took = f"{each.checks} checks in {each.seconds:.1f} s" if each.checks else ""
    back = f"healthy again {each.back_seconds:.1f} s later" if each.back_seconds else ""
    times = (f"{gate.url} {1000 * gate.before:.1f} -> {1000 * gate.after:.1f} ms" for gate in each.gates if gate.before)
    facts = ", ".join(filter(None, (took, each.why, back, *times)))
    out().print(f"{each.stage}: {each.state}" + (f" ({facts})" if facts else ""), markup=False, highlight=False)
