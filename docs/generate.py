"""Writes the generated reference pages: commands, settings, the HTTP API. `--check` only compares them."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer

from aurora.app import join
from aurora.entrypoints.cli.main import application
from aurora.entrypoints.http.app import application as application_of_http
from aurora.model.settings import Settings

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py; `make docs` writes it again. -->\n"


def main() -> int:
    """Write the pages, or compare them; returns the exit status."""
    pages = {"commands.md": commands(), "settings.md": settings(), "http-api.md": http_api()}
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


def http_api() -> str:
    """The page of the HTTP API, from its OpenAPI description."""
    found = described()
    lines = [
        "# HTTP API",
        "",
        NOTE,
        (
            "`aurora serve` answers these on http://127.0.0.1:5000; `/openapi.json` has the same for programs."
            " Errors are problems (RFC 9457). A request that makes work may carry an `Idempotency-Key`."
        ),
        "",
    ]
    for path, verbs in sorted(found["paths"].items()):
        for verb, operation in verbs.items():
            lines += _operation(verb.upper(), path, operation)
    lines += ["# Shapes", ""]
    for name, shape in sorted(found["components"]["schemas"].items()):
        lines += _shape(name, shape)
    return "\n".join(lines)


def described() -> dict[str, Any]:
    """The OpenAPI description; nothing is opened for it."""
    with tempfile.TemporaryDirectory() as folder:
        tools = join(Settings(state=Path(folder)))
        try:
            found: dict[str, Any] = application_of_http(tools).openapi()
        finally:
            tools.close()
    return found


def _operation(verb: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    scope = operation.get("x-scope") or "read"
    yield f"## {verb} `{path}`\n"
    yield f"{' '.join(operation.get('description', '').split())} Needs a key with `{scope}` where keys are asked for.\n"
    if rows := [_parameter(each) for each in operation.get("parameters", ())]:
        yield "\n".join(["| parameter | in | type | |", "|---|---|---|---|", *rows, ""])
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"Body: {_type(content['schema'])} as `{media}`.\n"
    for code, answer in operation["responses"].items():
        kinds = ", ".join(
            f"{_type(each.get('schema', {}))} as `{media}`" for media, each in answer.get("content", {}).items()
        )
        if not code.startswith(("4", "5")):
            yield f"{code}: {kinds or 'nothing'}.\n"


def _parameter(each: dict[str, Any]) -> str:
    needed = "" if each.get("required") else ", may be left out"
    words = f"{each.get('description', '')}{needed}".removeprefix(", ")
    return f"| `{each['name']}` | {each['in']} | {_type(each['schema'])} | {words} |"


def _shape(name: str, shape: dict[str, Any]) -> Iterator[str]:
    yield f"## `{name}`\n"
    if shape.get("description"):
        yield f"{' '.join(shape['description'].split())}\n"
    if "properties" in shape:
        rows = [
            f"| `{field}` | {_type(of)} | {of.get('description', '')} |" for field, of in shape["properties"].items()
        ]
        yield "\n".join(["| field | type | |", "|---|---|---|", *rows, ""])
    elif "enum" in shape:
        yield f"One of {', '.join(f'`{each}`' for each in shape['enum'])}.\n"


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        return f"`{schema['$ref'].rpartition('/')[2]}`"
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "enum" in schema:
        return "one of " + ", ".join(f"`{each}`" for each in schema["enum"])
    return str(schema.get("type", "anything"))


if __name__ == "__main__":
    sys.exit(main())
