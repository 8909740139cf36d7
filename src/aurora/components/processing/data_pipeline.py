"""Data Pipeline: brings records of the corpus out as JSON Lines and in again, all of a text or nothing.

Drill: an exported file is cut off in the middle of a line; it is refused as a whole, and exported again.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aurora.adapters.corpus.lines import read_lines, record_of_line, write_lines
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import BadInputError
from aurora.model.record import Record, to_plain


@dataclass(slots=True)
class Pipe:
    """What passes in and out, counted."""

    exported: int = 0
    imported: int = 0
    refused: int = 0  # texts

    def lines(self, records: Iterable[Record]) -> Iterator[str]:
        """Records as lines of JSON, made while they are asked for."""
        for record in records:
            yield json.dumps(to_plain(record), ensure_ascii=False) + "\n"
            self.exported += 1

    def records(self, text: bytes) -> list[Record]:
        """The records of such lines; raises `BadInputError` with the line that is none, and then takes nothing."""
        numbered = enumerate(text.split(b"\n"), 1)
        try:
            found = [record_of_line(line, f"line {number}") for number, line in numbered if line.strip()]
        except BadInputError:
            self.refused += 1
            raise
        self.imported += len(found)
        return found


@component("C18")
def data_pipeline(house: House) -> Living:
    """A pipe, and a file in the folder of the house by which it is tried."""
    records, file = tuple(map(_record, range(20))), house.folder / "corpus.jsonl"

    def export(pipe: Pipe) -> Pipe:
        write_lines(file, records)
        return pipe

    def wrong(_pipe: Pipe) -> str:
        trial, text = Pipe(), file.read_bytes()
        found = trial.records(text)
        same = "".join(trial.lines(found)).encode() == text and found == list(read_lines(file)) == list(records)
        return "" if same else f"{len(found)} of {len(records)} records came back"

    def cut(_pipe: Pipe) -> str:
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        return f"the file was cut to {len(whole) // 2} of {len(whole)} bytes"

    return Owned(Care(lambda: export(Pipe()), wrong, cut, _figures, mend=export))


def _figures(pipe: Pipe) -> dict[str, float]:
    return {"exported": pipe.exported, "imported": pipe.imported, "refused": pipe.refused}


def _record(number: int) -> Record:
    return Record(
        id=f"00000000-0000-4000-8000-{number:012d}", timestamp="2000-01-01T00:00:00+00:00", spec_id="component",
        spec_hash="0" * 64, func_name=f"f{number}", func_signature="def f(a: int) -> int", passed=1, total=1, score=1.0,
        failing_tests=(), snippet="def f(a):\n    return a\n", complexity=1, iteration=1, calls_functions=(),
        sig_key="int->int", post_bow=("component",), duration_ms=1, synthesis_method="component", verdict="verified",
        tests=("assert f(1) == 1",), provenance="component",
    )  # fmt: skip
