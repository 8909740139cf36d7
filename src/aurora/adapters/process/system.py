"""What starts and ends processes on this system."""

import ctypes

from aurora.adapters.process import launch
from aurora.contracts.processes import Processes


def processes() -> Processes:
    """Job objects (Windows), else sessions and signals."""
    library = getattr(ctypes, "windll", None)
    if library is None:
        return launch
    from aurora.adapters.process.windows import JobObjects

    return JobObjects(library.kernel32, library.ntdll)
