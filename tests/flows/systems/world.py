"""Luminar and the backend as the systems see them, without a process: what was asked is remembered."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

from aurora.adapters.process.call import UnreachableError
from aurora.flows.systems.frame import Station, station
from aurora.flows.systems.neighbours import BASE, Neighbours

LUMINAR = 1
PORTS = {"backend": 2, "orchestrator": 3, "router": 4, "controller": 5, "improver": 6, "hub": 7}
NAMES = {port: name for name, port in PORTS.items()}
MADE: dict[str, Any] = {
    "root": "/shop", "gate": "pytest -q", "healthy": True, "applied": False, "healed": False, "title": "tidy",
    "steps": [{"step": "tidy", "outcome": "kept", "why": "", "files": {"a.py": "b\n"}}],
    "before": {"a.py": "a\n"}, "after": {"a.py": "b\n"}, "diff": "-a\n+b\n",
}  # fmt: skip
NOTHING: dict[str, Any] = {**MADE, "steps": [], "before": {}, "after": {}, "diff": "", "title": ""}


class World:
    """Takes jobs, ends them as told, tells events."""

    def __init__(self, folder: Path, policy: str = "") -> None:
        self.folder, self.file = folder, folder / "aurora.toml"
        self.file.write_text(f'[services.web]\ncommand = "web"\nfolder = "web"\n{policy}', "utf-8")
        self.jobs: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, str, str, Any]] = []
        self.told: list[dict[str, Any]] = []
        self.phases: dict[str, str] = dict.fromkeys(PORTS, "healthy")
        self.answers: dict[str, tuple[int, Any]] = {}
        self.down: set[str] = set()

    def at(self, name: str) -> Station:
        """The station of a system, as after its start."""
        return station(name, self.file, self.folder / "state", Neighbours(LUMINAR, "", self.ask))

    def policy(self, text: str) -> None:
        """Another policy."""
        self.file.write_text(f'[services.web]\ncommand = "web"\nfolder = "web"\n{text}', "utf-8")

    def event(self, type: str, subject: str, **data: Any) -> None:
        """Luminar tells something."""
        self.told.append({"seq": len(self.told) + 1, "type": type, "subject": subject, "data": data})

    def end(self, state: str = "done", result: Any = None, error: str = "") -> None:
        """Every job ends so."""
        for job in self.jobs.values():
            if job["state"] == "queued":
                job |= {"state": state, "result": result, "error": error}

    def wanted(self, kind: str = "") -> list[dict[str, Any]]:
        """The payloads of the jobs that were handed over."""
        return [job["payload"] for job in self.jobs.values() if kind in ("", job["kind"])]

    def ask(
        self, method: str, port: int, path: str, body: Any = None, *, seconds: float = 5.0, key: str = ""
    ) -> tuple[int, Any]:
        """Stands in for `call`."""
        del seconds, key
        if port == LUMINAR:
            return self._luminar(method, path.removeprefix(BASE))
        name = NAMES.get(port, "nobody")
        if name in self.down or name == "nobody":
            raise UnreachableError(port, "it is down")
        self.asked.append((method, name, path, body))
        if path in self.answers:
            return self.answers[path]
        if path == "/api/jobs":
            return 202, self._taken(body)
        if path.startswith("/api/jobs/"):
            return 200, self.jobs[path.rpartition("/")[2]]
        return 200, {"status": "ok"}

    def _taken(self, wanted: Any) -> dict[str, Any]:
        id_ = f"job{len(self.jobs) + 1}"
        self.jobs[id_] = {"id": id_, "state": "queued", "result": None, "error": "", **wanted}
        return {"job": id_, "state": "queued"}

    def _luminar(self, method: str, path: str) -> tuple[int, Any]:
        if "luminar" in self.down:
            raise UnreachableError(LUMINAR, "it is down")
        if method == "POST":
            path, _, why = path.partition("?why=")
            self.asked.append((method, "luminar", path, unquote_plus(why)))
            return (404, {"detail": "no such service"}) if path.endswith("/nobody") else (202, {})
        if path.startswith("events"):
            since = int(path.partition("=")[2] or 0)
            return 200, {"events": [each for each in self.told if each["seq"] > since]}
        services = [{"name": name, "phase": phase, "port": PORTS.get(name)} for name, phase in self.phases.items()]
        return 200, {"services": services}
