"""The standard library's own source files as real input for the tests of pycode."""

import sysconfig
from pathlib import Path

_ROOT = Path(sysconfig.get_path("stdlib"))
_FOLDERS = ("json", "email", "collections", "concurrent/futures", "importlib", "wsgiref", "xml/dom", "asyncio", ".")


def _texts(smallest: int, largest: int, most: int) -> tuple[str, ...]:
    paths = [path for folder in _FOLDERS for path in sorted((_ROOT / folder).glob("*.py"))]
    fitting = [path for path in paths if smallest < path.stat().st_size < largest]
    return tuple(path.read_bytes().decode() for path in fitting[:: max(len(fitting) // most, 1)][:most])


LIBRARY = _texts(2_000, 12_000, 60)
SMALL = _texts(1_500, 5_000, 8)  # for what takes many parses of a file
