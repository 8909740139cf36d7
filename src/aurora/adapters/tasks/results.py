"""The results folder of `aurora eval`: formats.md, section 4. Each row is on disk before the next task counts."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aurora.model.errors import BadInputError


class Results:
    """`DIR/results.jsonl` and `DIR/summary.json`; rows that are there already are not run again.

    `terms` (budget, commit) are kept in each row: a folder with rows of other terms is refused, since its summary
    would mix two measurements.
    """

    def __init__(self, folder: Path, terms: Mapping[str, object] | None = None) -> None:
        self._folder, self._terms = folder, dict(terms or {})
        self._path = folder / "results.jsonl"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.rows = self._read()
            self._path.touch()
        except OSError as error:
            raise BadInputError(
                f"cannot be written to ({error.strerror}).",
                where=str(folder),
                next_step="Give another folder to --out.",
            ) from None

    def _read(self) -> dict[str, dict[str, Any]]:
        """The whole rows; a last line that was cut off by a crash is dropped from the file."""
        if not self._path.exists():
            return {}
        whole = [line for line in self._path.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]
        try:
            rows = [json.loads(line) for line in whole]
            found = {row["id"]: row for row in rows}
        except (ValueError, KeyError, TypeError):
            raise BadInputError(
                "is not a file of results.", where=str(self._path), next_step="Move it away or give another --out."
            ) from None
        for row in rows:
            self._refuse_other_terms(row)
        self._path.write_text("".join(whole), "utf-8")
        return found

    def _refuse_other_terms(self, row: Mapping[str, Any]) -> None:
        for name, value in self._terms.items():
            if row.get(name, value) != value:
                raise BadInputError(
                    f"holds rows that were scored with {name} {row[name]}, not {value}.",
                    where=str(self._path),
                    next_step="Give another --out, or the same terms to go on.",
                )

    def among(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """The rows of these tasks that are there, in this order."""
        return [self.rows[wanted] for wanted in ids if wanted in self.rows]

    def add(self, row: dict[str, Any]) -> None:
        """Append one row and make it durable."""
        row = {**row, **self._terms}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.rows[row["id"]] = row

    def finish(self, summary: Mapping[str, Any]) -> Path:
        """Write `summary.json` in one step; returns its path."""
        path = self._folder / "summary.json"
        draft = path.with_suffix(".tmp")
        draft.write_text(json.dumps(summary, indent=2) + "\n", "utf-8")
        draft.replace(path)
        return path
