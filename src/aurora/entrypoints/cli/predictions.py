"""`aurora predictions`: what will be full, and when."""

import typer

from aurora.adapters.process.client import Client
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def predictions(context: typer.Context, as_json: AsJson = False) -> int:
    """Services whose memory grows towards its limit: in how many minutes it is full, and the interval of about 95 %."""
    found = Client(settings(context).luminar_port).get("predictions")
    if as_json:
        print_json(found)
        return Exit.DONE
    for name, each in sorted(found["memory full"].items()):
        latest = f"{each['high'] / 60:.0f}" if each["high"] is not None else "no end"
        out().print(f"{name}: memory full in {each['seconds'] / 60:.0f} min ({each['low'] / 60:.0f} to {latest})")
    if not found["memory full"]:
        out().print("Nothing grows towards a limit, as far as a quarter of an hour of samples can say.")
    return Exit.DONE
