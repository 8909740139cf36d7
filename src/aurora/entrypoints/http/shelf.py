"""Answers that are kept to be given again, until something that they rest on changes."""

from collections import OrderedDict

_MOST = 1024
_MOST_BYTES = 32 << 20


class Shelf:
    """Bytes by what was asked, under one edition; the answer that was wanted last stays longest.

    For the event loop's thread alone. What stands in it rests on the edition: a new one empties it.
    """

    def __init__(self, most: int = _MOST, most_bytes: int = _MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._bytes = 0
        self._edition: object = None

    def get(self, asked: bytes, edition: object) -> bytes | None:
        """The answer, when it is there and rests on this edition."""
        if edition != self._edition:
            self.clear()
            self._edition = edition
        found = self._kept.get(asked)
        if found is not None:
            self._kept.move_to_end(asked)
        return found

    def put(self, asked: bytes, answer: bytes, edition: object) -> None:
        """Keep an answer, unless it rests on an old edition; those that nobody wanted for longest make room."""
        if edition != self._edition or len(asked) + len(answer) > self._most_bytes or asked in self._kept:
            return
        self._kept[asked] = answer
        self._bytes += len(asked) + len(answer)
        while len(self._kept) > self._most or self._bytes > self._most_bytes:
            old, gone = self._kept.popitem(last=False)
            self._bytes -= len(old) + len(gone)

    def clear(self) -> None:
        """Empty it."""
        self._kept.clear()
        self._bytes = 0
