"""Segments: a text or list that is made of one piece for each element is cut into these pieces.

The witness function of a flat map: the same element must have the same piece everywhere, which leaves few ways to cut.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from aurora.engines.synthesis.effort import Meter
from aurora.pycode.literals import type_key

_LONGEST = 5  # of a piece
_TRIES = 2_000  # pieces that are tried before it is given up
_TRY = 12  # steps of work, each


def segmented(rows: Sequence[Sequence[Any]], outputs: Sequence[Any], meter: Meter | None = None) -> list[Any] | None:
    """The piece of every element, row by row; None when no cut was found in which like elements have like pieces.

    Pieces are at most `_LONGEST` long. The shortest rows are cut first, and what they show holds for the others.
    """
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    jobs = [(place, index) for place in order for index in range(len(rows[place]))]
    if any(output and not row for row, output in zip(rows, outputs, strict=True)):
        return None
    keys = [type_key(rows[place][index]) for place, index in jobs]
    pieces, tries = _cut(jobs, keys, rows, outputs)
    if meter:
        meter.spend(_TRY * tries)
    if pieces is None:
        return None
    return [pieces[type_key(item)] for row in rows for item in row]


def _cut(
    jobs: list[tuple[int, int]], keys: list[Any], rows: Sequence[Sequence[Any]], outputs: Sequence[Any]
) -> tuple[dict[Any, Any] | None, int]:
    """The pieces by element, found by going back to the last choice where the rest does not fit, and the tries."""
    pieces: dict[Any, Any] = {}
    choices: list[tuple[int, int, Iterator[Any]]] = []  # number of the job, where its piece begins, what is left to try
    number, at, tries = 0, 0, 0
    while number < len(jobs):
        place, index = jobs[number]
        row, output = rows[place], outputs[place]
        if keys[number] in pieces:
            ending = _ending(pieces[keys[number]], row, index, output, at)
        else:
            choices.append((number, at, _pieces(row, index, output, at)))
            ending = None
        while ending is None:
            if not choices or tries >= _TRIES:
                return None, tries
            number, at, left = choices[-1]
            place, index = jobs[number]
            row, output = rows[place], outputs[place]
            _forget(pieces, keys, number, choices)
            piece = next(left, None)
            tries += 1
            if piece is None:
                choices.pop()
                continue
            pieces[keys[number]] = piece
            ending = _ending(piece, row, index, output, at)
        number, at = number + 1, ending if index + 1 < len(row) else 0
    return pieces, tries


def _forget(
    pieces: dict[Any, Any], keys: list[Any], number: int, choices: list[tuple[int, int, Iterator[Any]]]
) -> None:
    """Take back what was chosen at this job and after it."""
    chosen = {keys[earlier] for earlier, _, _ in choices[:-1]}
    for key in [key for key in pieces if key not in chosen]:
        del pieces[key]
    assert keys[number] not in pieces


def _ending(piece: Any, row: Sequence[Any], index: int, output: Any, at: int) -> int | None:
    """Where a piece ends in its output; None when it does not fit there or leaves what cannot be."""
    end = at + len(piece)
    rest, left = len(output) - end, len(row) - index - 1
    fits = output[at:end] == piece and 0 <= rest <= left * _LONGEST
    return end if fits else None


def _pieces(row: Sequence[Any], index: int, output: Any, at: int) -> Iterator[Any]:
    """What may be the piece of an element: first as long as pieces are on the average, then the others."""
    usual = round((len(output) - at) / (len(row) - index))
    for size in sorted(range(_LONGEST + 1), key=lambda size: (abs(size - usual), size)):
        if at + size <= len(output):
            yield output[at : at + size]
