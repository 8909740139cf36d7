"""What pytest is told of a project's own settings, which may speak of plugins that are not here."""

import configparser
import shlex
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

_PLACES = (("pytest.ini", "pytest"), (".pytest.ini", "pytest"), ("tox.ini", "pytest"), ("setup.cfg", "tool:pytest"))
_KEPT = ("--import-mode", "--doctest", "--ignore", "--deselect", "--strict-markers", "-m", "-k", "-pno:")
_WITH_VALUE = ("-m", "-k", "-p", "--import-mode", "--ignore", "--deselect")


def options(files: Mapping[str, str]) -> tuple[str, ...]:
    """Flags that put those of the project's standing options in their place that decide which tests there are, and how
    they are imported; what its conftest files speak of is kept as well, reports and the options of plugins are not."""
    given = _settings(files)
    words = list(_paired(_words(given.get("addopts", ""))))
    own = "\n".join(text for path, text in files.items() if PurePosixPath(path).name == "conftest.py")
    kept = [word for pair in words if _is_kept(pair, own) for word in pair]
    flags = ("-o", f"addopts={shlex.join(kept)}") if words else ()
    return (*flags, "-o", "required_plugins=") if "required_plugins" in given else flags


def _settings(files: Mapping[str, str]) -> Mapping[str, Any]:
    """The settings of the file that pytest reads; none where it cannot be read."""
    try:
        if "pytest.ini" not in files and "pyproject.toml" in files:
            tools = tomllib.loads(files["pyproject.toml"]).get("tool", {}).get("pytest", {})
            if "ini_options" in tools:
                return dict(tools["ini_options"])
        for path, section in _PLACES:
            parser = configparser.ConfigParser(interpolation=None)
            parser.read_string(files.get(path, ""))
            if parser.has_section(section):
                return dict(parser[section])
    except (tomllib.TOMLDecodeError, configparser.Error, AttributeError, TypeError, ValueError):
        return {}
    return {}


def _words(given: object) -> list[str]:
    if isinstance(given, list):
        return [str(word) for word in given]
    try:
        return shlex.split(str(given))
    except ValueError:
        return []


def _paired(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each option with the value that stands behind it."""
    rest = iter(words)
    for word in rest:
        value = next(rest, None) if word in _WITH_VALUE else None
        yield (word,) if value is None else (word, value)


def _is_kept(pair: tuple[str, ...], conftest: str) -> bool:
    name = pair[0].partition("=")[0]
    known = name.startswith("--") and f'"{name}"' in conftest.replace("'", '"')
    return known or "".join(pair).startswith(_KEPT)
