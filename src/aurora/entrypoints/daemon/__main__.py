"""`python -m aurora.entrypoints.daemon FILE FOLDER PORT`: what the keeper starts."""

import sys
from pathlib import Path

from aurora.entrypoints.daemon.routes import routes
from aurora.flows.supervise import Luminar
from aurora.model.errors import AuroraError


def main(words: list[str]) -> int:
    """Supervise until the end; an unusable service file or port ends it with status 0, so that it is not repeated."""
    file, folder, port = words
    try:
        return Luminar(Path(file), Path(folder)).serve(int(port), routes)
    except (AuroraError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
