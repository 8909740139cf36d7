"""Data Pipeline: brings records of the corpus out as JSON Lines and in again, the whole file or nothing.

Drill: an exported file is cut off in the middle of a line; it is refused as a whole, and exported again.
"""

from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.corpus.lines import read_lines, write_lines
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.record import Record


@dataclass(frozen=True, slots=True)
class Pipe:
    """The records that go out, and the file."""

    records: tuple[Record, ...]
    file: Path


@component("C18")
def data_pipeline(house: House) -> Living:
    """Some records and a file in the folder of the house."""

    def exported() -> Pipe:
        return _export(Pipe(tuple(map(_record, range(20))), house.folder / "corpus.jsonl"))

    return Owned(Care(exported, _wrong, _cut, _figures, mend=_export))


def _export(pipe: Pipe) -> Pipe:
    write_lines(pipe.file, pipe.records)
    return pipe


def _wrong(pipe: Pipe) -> str:
    found = tuple(read_lines(pipe.file))
    return "" if found == pipe.records else f"{len(found)} of {len(pipe.records)} records came back"


def _cut(pipe: Pipe) -> str:
    whole = pipe.file.read_bytes()
    pipe.file.write_bytes(whole[: len(whole) // 2])
    return f"the file was cut to {len(whole) // 2} of {len(whole)} bytes"


def _figures(pipe: Pipe) -> dict[str, float]:
    return {"records": len(pipe.records), "bytes": pipe.file.stat().st_size}


def _record(number: int) -> Record:
    return Record(
        id=f"00000000-0000-4000-8000-{number:012d}", timestamp="2000-01-01T00:00:00+00:00", spec_id="component",
        spec_hash="0" * 64, func_name=f"f{number}", func_signature="def f(a: int) -> int", passed=1, total=1, score=1.0,
        failing_tests=(), snippet="def f(a):\n    return a\n", complexity=1, iteration=1, calls_functions=(),
        sig_key="int->int", post_bow=("component",), duration_ms=1, synthesis_method="component", verdict="verified",
        tests=("assert f(1) == 1",), provenance="component",
    )  # fmt: skip
