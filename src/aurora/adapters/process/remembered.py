"""What a supervisor knows of its services, and has written down for the next one."""

from dataclasses import asdict, replace

from aurora.adapters.process.journal import Journal
from aurora.adapters.process.records import KEPT, Record, Records, newest


class Memory:
    """The last record of each service: in the file of records or, while the disk is full, in the journal."""

    def __init__(self, records: Records, journal: Journal) -> None:
        self._records, self._journal = records, journal
        self.known = newest(records.read(), journal.recent)
        self.unsaved: set[str] = set()  # records that a full disk did not take

    def change(self, name: str, **facts: object) -> None:
        """Know other facts of a service from now on: fields of its record."""
        known = self.known.get(name, Record(name))
        self.known[name] = replace(known, number=known.number + 1, **facts)  # type: ignore[arg-type]
        if not self._write(name):  # the journal has room on a full disk
            self._journal.append(KEPT, "records", {"record": asdict(self.known[name])})

    def save(self) -> None:
        """Write what a full disk did not take before."""
        for name in list(self.unsaved):
            self._write(name)

    def _write(self, name: str) -> bool:
        try:
            self._records.write(self.known[name])
        except OSError:
            self.unsaved.add(name)
            return False
        self.unsaved.discard(name)
        return True
