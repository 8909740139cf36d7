"""Writes and finds run folders; `runs/latest` is moved last, so it never names an unfinished folder."""

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.model.errors import BadInputError, NotFoundError

Scores = dict[str, dict[str, Any]]


class Runs:
    """The folder that holds one folder per run."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def start(self, now: datetime) -> "RunFolder":
        """Make the folder of a new run: `<YYYYMMDD-HHMMSS>-<short id>`."""
        folder = self.root / f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
        try:
            for name in ("src", "tests", "patches"):
                (folder / name).mkdir(parents=True)
        except OSError as error:
            raise BadInputError(
                f"cannot be written to ({error.strerror}).",
                where=str(self.root),
                next_step="Set AURORA_RUNS to a folder that can be written.",
            ) from None
        return RunFolder(folder)

    def latest(self) -> str:
        """The id of the newest finished run; empty when there is none."""
        pointer = self.root / "latest"
        return pointer.read_text("utf-8").strip() if pointer.is_file() else ""

    def find(self, id: str) -> Path:
        """The folder of a run by id, `latest` or a baseline's name; raises `NotFoundError`."""
        wanted = self.latest() if id == "latest" else id
        for folder in (self.root / wanted, self.root / "baselines" / wanted):
            if wanted and (folder / "run.json").is_file():
                return folder
        raise NotFoundError("run", id, next_step=f"The runs are the folders of {self.root}.")

    def scores(self, id: str) -> Scores:
        """`scores.json` of a run; empty when there is no such run."""
        path = self.root / id / "scores.json"
        return json.loads(path.read_text("utf-8")) if id and path.is_file() else {}

    def graph(self, id: str) -> dict[str, list[str]]:
        """`call_graph.json` of a run; empty when there is no such run."""
        path = self.root / id / "call_graph.json"
        return json.loads(path.read_text("utf-8")) if id and path.is_file() else {}

    def history(self, most: int) -> list[dict[str, Any]]:
        """`run.json` of the newest finished runs, oldest first."""
        folders = sorted(path.parent for path in self.root.glob("[0-9]*/run.json"))
        return [json.loads((folder / "run.json").read_text("utf-8")) for folder in folders[-most:]]


class RunFolder:
    """One run's folder while the run goes on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.id = path.name

    def trace(self, event: Mapping[str, object]) -> None:
        """Append one event to `trace.jsonl`."""
        with (self.path / "trace.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"timestamp": datetime.now(UTC).isoformat(), **event}) + "\n")

    def write(self, name: str, text: str) -> Path:
        """Write one text file below the folder."""
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def write_json(self, name: str, value: object) -> Path:
        """Write one JSON file below the folder."""
        return self.write(name, json.dumps(value, indent=2, ensure_ascii=False) + "\n")

    def finish(self, facts: Mapping[str, object]) -> None:
        """Write `run.json`, which makes the run count, and move `runs/latest` to it."""
        self.write_json("run.json", facts)
        draft = self.path.parent / ".latest"
        draft.write_text(self.id + "\n", "utf-8")
        draft.replace(self.path.parent / "latest")


def changed_scores(old: Scores, new: Scores) -> dict[str, Any]:
    """`scores_diff.json`: what got better, worse, appeared and went, by function."""
    both = sorted(set(old) & set(new))
    return {
        "regressions": [name for name in both if _rank(new[name]) < _rank(old[name])],
        "improvements": [name for name in both if _rank(new[name]) > _rank(old[name])],
        "added": sorted(set(new) - set(old)),
        "removed": sorted(set(old) - set(new)),
    }


def changed_graph(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> dict[str, list[list[str]]]:
    """`graph_diff.json`: the calls that appeared and went."""
    before = {(caller, callee) for caller, callees in old.items() for callee in callees}
    after = {(caller, callee) for caller, callees in new.items() for callee in callees}
    return {
        "added": [list(edge) for edge in sorted(after - before)],
        "removed": [list(edge) for edge in sorted(before - after)],
    }


def _rank(score: Mapping[str, Any]) -> tuple[int, float]:
    order = {"failed": 0, "abstained": 1, "consistent": 2, "verified": 3}
    return order.get(str(score["verdict"]), 0), float(score["score"])
