"""Changes that were proved and wait for somebody to want them: kept as files, applied byte for byte or not at all."""

import json
from pathlib import Path
from typing import Any

from aurora.adapters.process.files import write_anew
from aurora.model.errors import BadInputError, NotFoundError

OPEN, APPLIED, DISMISSED = "open", "applied", "dismissed"


class Offers:
    """The offers of all systems below one state folder."""

    def __init__(self, state: Path) -> None:
        self._state, self._folder = state, state / "systems" / "offers"

    def make(self, source: str, enhancement: dict[str, Any]) -> dict[str, Any]:
        """Keep an enhancement as an offer; the same change of the same project is one offer."""
        from hashlib import sha256  # 1.6 MB, in five processes of which few ever offer anything

        root, after = enhancement["root"], enhancement["after"]
        id_ = sha256(json.dumps([root, enhancement["before"], after], sort_keys=True).encode()).hexdigest()[:12]
        path = self._folder / f"{id_}.json"
        if path.is_file():
            return self.one(id_)
        facts = {name: enhancement[name] for name in ("root", "title", "diff", "before", "after", "gate", "healed")}
        return self._write({"id": id_, "source": source, "state": OPEN, **facts})

    def all(self) -> list[dict[str, Any]]:
        """Every offer, the oldest first."""
        paths = sorted(self._folder.glob("*.json"), key=lambda path: (path.stat().st_mtime, path.name))
        return [json.loads(path.read_text("utf-8")) for path in paths]

    def one(self, id: str) -> dict[str, Any]:
        """An offer; raises `NotFoundError`."""
        path = self._folder / f"{id}.json"
        if not id.isalnum() or not path.is_file():
            raise NotFoundError("offer", id, next_step="See `aurora systems offers`.")
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return found

    def apply(self, id: str) -> dict[str, Any]:
        """Change the files as offered, in one step that `aurora fix PATH --undo` takes back.

        Raises `BadInputError` when the offer is no longer open, or a file is no longer what it was.
        """
        from aurora.adapters.projects.change import Changes  # a system that applies nothing does without

        offer = self._open(id)
        Changes(self._state).apply(Path(offer["root"]), offer["before"], offer["after"], f"Enhance: {offer['title']}")
        return self._write({**offer, "state": APPLIED})

    def dismiss(self, id: str) -> dict[str, Any]:
        """Let an offer be; raises as `apply` does."""
        return self._write({**self._open(id), "state": DISMISSED})

    def _open(self, id: str) -> dict[str, Any]:
        offer = self.one(id)
        if offer["state"] != OPEN:
            raise BadInputError(f"offer {id} was {offer['state']} before.")
        return offer

    def _write(self, offer: dict[str, Any]) -> dict[str, Any]:
        self._folder.mkdir(parents=True, exist_ok=True)
        write_anew(self._folder / f"{offer['id']}.json", json.dumps(offer))
        return offer


def shown(offer: dict[str, Any]) -> dict[str, Any]:
    """An offer without the whole texts of its files."""
    return {name: value for name, value in offer.items() if name not in ("before", "after")}
