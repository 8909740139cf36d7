"""Writes events until it cannot, and says after each that it was acknowledged: `python -m tests.faults.writer URL`."""

import os
import resource
import sys

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.model.errors import StoreError


def main() -> int:
    """Arguments: URL, and the largest size of a file in bytes (0 means no limit)."""
    url, limit = sys.argv[1], int(sys.argv[2])
    database = Database(url)
    events = EventTable(database)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    number = 0
    try:
        while True:
            events.append("kept", source="writer", data={"n": number, "ballast": os.urandom(2500).hex()})
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1
    except StoreError as error:
        sys.stdout.write(f"{type(error).__name__}\n{error.sentence}\n")
        return 0


if __name__ == "__main__":
    sys.exit(main())
