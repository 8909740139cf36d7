"""The templates of pages that open from a file: whatever is put in is escaped, and what is missing is an error."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates() -> Environment:
    """The templates of this folder, to which a page adds its own filters."""
    return Environment(
        loader=PackageLoader("aurora.adapters.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
