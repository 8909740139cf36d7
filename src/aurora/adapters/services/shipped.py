"""The service file that Aurora ships."""

from pathlib import Path

from aurora.model.errors import BadInputError

SHIPPED = Path(__file__).with_name("default.toml")


def write_shipped(path: Path) -> None:
    """Write a copy of it; raises `BadInputError` when there is a file already, or it cannot be written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(SHIPPED.read_text("utf-8"))
    except FileExistsError:
        raise BadInputError("is there already; nothing was written.", where=str(path)) from None
    except OSError as error:
        raise BadInputError(f"cannot be written: {error.strerror}.", where=str(path)) from None
