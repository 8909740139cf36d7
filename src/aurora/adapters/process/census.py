"""What the operating system tells of processes, by the port of the system that this is."""

import ctypes
import sys
from functools import cache

from aurora.contracts.processes import Census


@cache
def here() -> Census:
    """That of this system."""
    if sys.platform == "darwin":
        from aurora.adapters.process.darwin import Darwin

        return Darwin(ctypes.CDLL("/usr/lib/libSystem.dylib", use_errno=True))
    if sys.platform == "win32":
        from aurora.adapters.process.win32 import Win32

        return Win32(ctypes.windll.kernel32, ctypes.windll.iphlpapi)
    from aurora.adapters.process.procfs import ProcFs

    return ProcFs()
