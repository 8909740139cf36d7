"""`aurora predictions`: what will be full, and when, and what is not at its usual level."""

from math import inf

import typer

from aurora.adapters.process.client import Client
from aurora.engines.monitor.forecast import Forecast
from aurora.engines.monitor.watch import span
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def predictions(context: typer.Context, as_json: AsJson = False) -> int:
    """Services whose memory, files or threads grow towards a limit: in how many minutes, and the interval of 95 %.

    Also what went to another level within the last hour, or is not as it usually is at this hour.
    """
    client = Client(settings(context).luminar_port)
    found, shifted = client.get("predictions"), client.get("shifts")
    if as_json:
        print_json({**found, "shifted": shifted})
        return Exit.DONE
    for what, forecasts in found.items():
        for name, each in sorted(forecasts.items()):
            told = Forecast(each["seconds"], each["low"], inf if each["high"] is None else each["high"])
            out().print(f"{name}: {what} in {span(told)}", markup=False, highlight=False)
    for name, figures in sorted(shifted.items()):
        for _, facts in sorted(figures.items()):
            out().print(f"{name}: {facts['why']}", markup=False, highlight=False)
    if not any(found.values()):
        out().print("Nothing grows towards a limit, as far as a quarter of an hour of samples can say.")
    return Exit.DONE
