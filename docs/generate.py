"""Writes the generated reference pages: commands and settings. `--check` only says whether they are current."""

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer

from aurora.entrypoints.cli.main import application
from aurora.model.settings import Settings

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py; `make docs` writes it again. -->\n"


def main() -> int:
    """Write the pages, or compare them; returns the exit status."""
    pages = {"commands.md": commands(), "settings.md": settings()}
    stale = [name for name, text in pages.items() if _current(name) != text]
    if "--check" in sys.argv[1:]:
        for name in stale:
            sys.stderr.write(f"docs/reference/{name} is not current: run `make docs`.\n")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages.items():
        (FOLDER / name).write_text(text, "utf-8")
    return 0


def _current(name: str) -> str:
    path = FOLDER / name
    return path.read_text("utf-8") if path.is_file() else ""


def commands() -> str:
    """The page of all commands with their arguments, options and examples."""
    group: Any = typer.main.get_command(application())
    return "\n".join(["# Commands", "", NOTE, *_pages(group, "aurora")])


def _pages(group: Any, prefix: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _pages(command, f"{prefix} {name}")
        else:
            yield from _page(command, f"{prefix} {name}")


def _page(command: Any, name: str) -> Iterator[str]:
    yield f"## `{name}`\n"
    yield f"{' '.join((command.help or '').split())}\n"
    yield "| | |\n|---|---|"
    for parameter in command.params:
        yield f"| {_title(parameter)} | {parameter.help or ''}{_default(parameter)} |"
    if command.epilog:
        yield f"\n{command.epilog.replace('Example:  ', 'Example: `')}`\n"


def _title(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{(parameter.metavar or parameter.name or '').upper()}`"
    return ", ".join(f"`{word}`" for word in parameter.opts)


def _default(parameter: Any) -> str:
    default = parameter.default
    return "" if default in (None, "", False) or callable(default) else f" Default: `{default}`."


def settings() -> str:
    """The page of all settings."""
    rows = [
        f"| `{each.metadata['variable']}` | {each.metadata['words']} | `{_value(each)}` |" for each in fields(Settings)
    ]
    heading = ["# Settings", "", NOTE, "Each is an environment variable, read once at the start.", ""]
    return "\n".join([*heading, "| variable | what it is | default |", "|---|---|---|", *rows, ""])


def _value(field: Any) -> str:
    return ",".join(field.default) if isinstance(field.default, frozenset) else str(field.default)


if __name__ == "__main__":
    sys.exit(main())
