"""All of a service file at once, so that what cannot be used is refused before anything follows from the rest."""

from pathlib import Path

from aurora.adapters.services.autonomy import read_alerts, read_autonomy, read_journal
from aurora.adapters.services.read import services_in
from aurora.adapters.services.source import read_text
from aurora.adapters.services.temporary import read_temporary
from aurora.model.service import LogRule, Service


def read_whole(path: Path) -> tuple[str, tuple[Service, ...], LogRule]:
    """The text of a file, its services, and how events are kept; raises `BadInputError` with the line of what is wrong.

    The other tables are read for that alone: who uses them reads them again when they change.
    """
    text = read_text(path)
    services, kept = services_in(text, path), read_journal(path)
    read_autonomy(path)
    read_alerts(path)
    read_temporary(path)
    return text, services, kept
