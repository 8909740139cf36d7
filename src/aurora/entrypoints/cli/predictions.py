"""`aurora predictions`: what will be full, and when."""

from math import inf

import typer

from aurora.adapters.process.client import Client
from aurora.engines.monitor.forecast import Forecast
from aurora.engines.monitor.watch import span
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def predictions(context: typer.Context, as_json: AsJson = False) -> int:
    """Services whose memory, files or threads grow towards a limit: in how many minutes, and the interval of 95 %."""
    found = Client(settings(context).luminar_port).get("predictions")
    if as_json:
        print_json(found)
        return Exit.DONE
    for what, forecasts in found.items():
        for name, each in sorted(forecasts.items()):
            told = Forecast(each["seconds"], each["low"], inf if each["high"] is None else each["high"])
            out().print(f"{name}: {what} in {span(told)}", markup=False, highlight=False)
    if not any(found.values()):
        out().print("Nothing grows towards a limit, as far as a quarter of an hour of samples can say.")
    return Exit.DONE
