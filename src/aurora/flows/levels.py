"""At which level every unit and module stands, worked out aside and kept until something of it changes."""

import hashlib
import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from aurora.adapters.projects.replace import replace_text
from aurora.adapters.toolbox.own import OwnCommand
from aurora.flows.survey import Standing, module_standings, unit_standings
from aurora.flows.tools import Tools
from aurora.model.encoding import decode, encode
from aurora.model.errors import AuroraError
from aurora.registry.grade import Level


@dataclass(frozen=True)
class Surveyed:
    """Where everything stands; a unit works when it is proven or better."""

    units: tuple[Standing, ...]
    modules: tuple[Standing, ...]

    def working(self, kind: str) -> int:
        """How many units of a kind work."""
        return self._working[kind]

    @cached_property
    def _working(self) -> Counter[str]:
        return Counter(each.kind for each in self.units if each.level >= Level.PROVEN)

    @cached_property
    def working_modules(self) -> int:
        """How many modules work."""
        return sum(each.level >= Level.PROVEN for each in self.modules)


def surveyed(tools: Tools) -> Surveyed:
    """Run every part's examples and laws in this process; some ten seconds of work."""
    return Surveyed(unit_standings(tools), module_standings(tools))


def surveyed_apart(own: OwnCommand) -> Surveyed:
    """The same by a process of its own; raises `ToolError`."""
    return Surveyed(_standings(own.ask("units")), _standings(own.ask("modules")))


def kept_or_surveyed(tools: Tools, survey: Callable[[], Surveyed]) -> Surveyed:
    """What was kept for exactly this source and these measurements, or else a new survey, which is kept."""
    place = tools.settings.state.expanduser() / "levels.json"
    stamp = edition(tools)
    try:
        row = json.loads(place.read_text("utf-8"))
        if row["stamp"] == stamp:
            return decode(Surveyed, row["surveyed"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    found = survey()
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_text(place, json.dumps({"stamp": stamp, "surveyed": encode(found)}))
    return found


class Levels:
    """The survey of a process that goes on meanwhile; `found` is None until it is known, `trouble` says why never."""

    def __init__(self, survey: Callable[[], Surveyed], stop: Callable[[], None] = lambda: None) -> None:
        self._survey, self._stop = survey, stop
        self.found: Surveyed | None = None
        self.trouble = ""
        self._thread = threading.Thread(target=self._look, name="aurora-levels", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End it, done or not."""
        self._stop()
        self._thread.join()

    def _look(self) -> None:
        try:
            self.found = self._survey()
        except (AuroraError, OSError) as error:
            self.trouble = str(error)


def _standings(printed: Any) -> tuple[Standing, ...]:
    rows = [{**row, "level": Level[row["level"].upper()].value} for row in printed["items"]]
    return tuple(decode(Standing, row) for row in rows)


def edition(tools: Tools) -> str:
    """What stays the same while nothing of Aurora changes: a digest of its sources, its measurements and the linter."""
    root = Path(str(files("aurora")))
    paths = [*sorted(root.rglob("*.py")), *sorted(root.rglob("*.csv")), tools.settings.bench / "measurements.jsonl"]
    facts = [
        (str(path), found.st_size, found.st_mtime_ns) for path in paths if path.is_file() and (found := path.stat())
    ]
    return hashlib.sha256(json.dumps([tools.version, version("ruff"), facts]).encode()).hexdigest()
