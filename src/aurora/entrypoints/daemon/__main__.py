"""`python -m aurora.entrypoints.daemon FILE FOLDER PORT`: what the keeper starts."""

import os
import sys
from pathlib import Path

from aurora.adapters.process.keeper import ROUND
from aurora.entrypoints.daemon.routes import routes
from aurora.flows.supervise import Luminar
from aurora.model.errors import AuroraError


def main(words: list[str]) -> int:
    """Supervise until the end; what is unusable from the first ends it with status 0, so that it is not repeated."""
    file, folder, port = words
    try:
        luminar = Luminar(Path(file), Path(folder))
        luminar.listen(int(port), routes)
    except (AuroraError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return int(isinstance(error, OSError) and os.environ.get(ROUND, "0") != "0")
    return luminar.serve()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
