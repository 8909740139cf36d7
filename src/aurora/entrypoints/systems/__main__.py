"""`python -m aurora.entrypoints.systems NAME FILE`: one autonomous system, as `aurora.toml` starts it."""

import os
import sys
from pathlib import Path

from aurora.flows.systems.start import system
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.settings import Settings


def main(words: list[str]) -> int:
    """Serve until told to end; 2 for what cannot be used, 1 when the port is taken."""
    try:
        if len(words) != 2:
            raise BadInputError("a name and a service file are needed.", next_step="Write: NAME aurora.toml.")
        settings = Settings.read(os.environ)
        one = system(
            words[0],
            Path(words[1]).resolve(),
            settings.state.expanduser().resolve(),
            luminar=settings.luminar_port,
            port=int(os.environ.get("PORT", "0")),
            key=settings.systems_key,
        )
    except AuroraError as error:
        sys.stderr.write(f"{error}\n")
        return int(error.exit)
    except OSError as error:
        sys.stderr.write(f"the port cannot be had: {error}\n")
        return 1
    sys.stderr.write(f"{words[0]} answers on http://127.0.0.1:{one.port}/health\n")
    one.serve()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
