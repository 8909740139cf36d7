"""Writes and finds run folders; `runs/latest` is moved last, so it never names an unfinished folder."""

import json
import re
import secrets
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.model.errors import BadInputError, NotFoundError

Scores = dict[str, dict[str, Any]]
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,79}")
_NEWER = re.compile("<!--newer-->.*?<!--/newer-->", re.DOTALL)
_SLOWER, _LEAST = 2.0, 1.0  # how many times as long, and at least how many seconds longer, is worth telling


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

    def previous(self) -> str:
        """The id of the finished run before the newest one; empty when there is none."""
        older = [path.parent.name for path in self.root.glob("[0-9]*/run.json") if path.parent.name != self.latest()]
        return max(older, default="")

    def find(self, id: str) -> Path:
        """The folder of a run by id, `latest`, `previous` or a baseline's name; raises `NotFoundError`."""
        wanted = {"latest": self.latest, "previous": self.previous}.get(id, lambda: id)()
        for folder in (self.root / wanted, self.root / "baselines" / wanted):
            if _NAME.fullmatch(wanted) and (folder / "run.json").is_file():
                return folder
        raise NotFoundError("run", id, next_step=f"The runs are the folders of {self.root}.")

    def scores(self, id: str) -> Scores:
        """`scores.json` of a run or baseline; empty when there is none."""
        return dict(self._json(id, "scores.json"))

    def facts(self, id: str) -> dict[str, Any]:
        """`run.json` of a run or baseline; raises `NotFoundError`."""
        return _read(self.find(id) / "run.json")

    def report(self, id: str) -> str:
        """`report.html` of a run or baseline; raises `NotFoundError`."""
        path = self.find(id) / "report.html"
        if not path.is_file():
            raise NotFoundError("report of run", id)
        return path.read_text("utf-8")

    def graph(self, id: str) -> dict[str, list[str]]:
        """`call_graph.json` of a run or baseline; empty when there is none."""
        return dict(self._json(id, "call_graph.json"))

    def history(self, most: int) -> list[dict[str, Any]]:
        """`run.json` of the newest finished runs, oldest first."""
        folders = sorted(path.parent for path in self.root.glob("[0-9]*/run.json"))
        return [json.loads((folder / "run.json").read_text("utf-8")) for folder in folders[-most:]]

    def keep(self, id: str, name: str) -> Path:
        """Keep a run as the baseline `name`, in the place of an earlier one; returns its folder.

        Raises `NotFoundError` for no such run and `BadInputError` for a name that is none.
        """
        if not _NAME.fullmatch(name) or name in ("latest", "previous") or (self.root / name / "run.json").is_file():
            raise BadInputError(
                f"{name!r} cannot name a baseline.",
                next_step="Use letters, digits, `-`, `_` and `.`, and no run's id.",
            )
        source, place = self.find(id), self.root / "baselines" / name
        draft, old = place.with_name(f".{name}.new"), place.with_name(f".{name}.old")
        for rest in (draft, old):
            shutil.rmtree(rest, ignore_errors=True)
        shutil.copytree(source, draft)
        if place.exists():
            place.rename(old)
        draft.rename(place)
        shutil.rmtree(old, ignore_errors=True)
        return place

    def baselines(self) -> list[str]:
        """The names of the baselines."""
        return sorted(path.parent.name for path in (self.root / "baselines").glob("[!.]*/run.json"))

    def curve(self) -> dict[str, Any]:
        """The learning curve that was measured last; empty when none was."""
        return _read(self.root / "learning_curve.json")

    def keep_curve(self, curve: Mapping[str, object]) -> Path:
        """Keep a learning curve for the reports to come."""
        self.root.mkdir(parents=True, exist_ok=True)
        return _replace(self.root / "learning_curve.json", json.dumps(curve, indent=2) + "\n")

    def point_to(self, newest: str) -> None:
        """Let the report of every older run say that there is a newer one."""
        for path in self.root.glob("[0-9]*/report.html"):
            if path.parent.name < newest:
                text = path.read_text("utf-8")
                told = _NEWER.sub(f"<!--newer-->There is a newer run: <a href=\"../{newest}/report.html\">{newest}</a>."
                                  "<!--/newer-->", text)  # fmt: skip
                if told != text:
                    _replace(path, told)

    def _json(self, id: str, name: str) -> dict[str, Any]:
        try:
            path = self.find(id) / name
        except NotFoundError:
            return {}
        return _read(path)


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
        _replace(self.path.parent / "latest", self.id + "\n")


def changed_scores(old: Scores, new: Scores) -> dict[str, Any]:
    """`scores_diff.json`: what got better, worse, slower, faster, appeared and went, by function.

    A function that went is no regression, and time alone neither: it depends on what else the machine does.
    """
    both = sorted(set(old) & set(new))
    return {
        "regressions": [name for name in both if _rank(new[name]) < _rank(old[name])],
        "improvements": [name for name in both if _rank(new[name]) > _rank(old[name])],
        "slower": [name for name in both if _slower(old[name], new[name])],
        "faster": [name for name in both if _slower(new[name], old[name])],
        "added": sorted(set(new) - set(old)),
        "removed": sorted(set(old) - set(new)),
        "seconds": {name: [_seconds(old[name]), _seconds(new[name])] for name in both},
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
    return order.get(str(score.get("verdict")), 0), float(score.get("score", 0.0))


def _seconds(score: Mapping[str, Any]) -> float:
    return float(score.get("seconds", 0.0))


def _slower(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    before, after = _seconds(old), _seconds(new)
    return after > before * _SLOWER and after - before >= _LEAST


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BadInputError(f"is not JSON ({error}).", where=str(path)) from None
    if not isinstance(found, dict):
        raise BadInputError("holds no JSON object.", where=str(path))
    return found


def _replace(path: Path, text: str) -> Path:
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, "utf-8")
    return draft.replace(path)
