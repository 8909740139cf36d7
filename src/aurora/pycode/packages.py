"""Packages that a project declares and locks, and advisories about them; read from texts, nothing is asked."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

_MANIFEST = re.compile(r"pyproject\.toml|(uv|poetry|pdm)\.lock|requirements[\w.-]*\.(txt|in|lock)")
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency as declared."""

    path: str
    line: int
    name: str  # canonical
    requirement: str


@dataclass(frozen=True, slots=True)
class Locked:
    """A package at the one version that is installed."""

    path: str
    line: int
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Advisory:
    """A vulnerability that concerns a locked package."""

    id: str
    package: Locked
    summary: str
    fixed: str  # the least version that has the repair; empty when none is known


def manifests(files: Mapping[str, str]) -> tuple[str, ...]:
    """The paths of what may declare or lock packages: a manifest without any is one too."""
    return tuple(sorted(path for path in files if _MANIFEST.fullmatch(path.rpartition("/")[2])))


def declared(files: Mapping[str, str]) -> tuple[Declared, ...]:
    """The dependencies in pyproject.toml and requirements*.txt; what cannot be read is left out."""
    found: list[Declared] = []
    for path, text in sorted(files.items()):
        name = path.rpartition("/")[2]
        if name == "pyproject.toml":
            project = _toml(text).get("project", {})
            rows = project.get("dependencies", []) if isinstance(project, dict) else []
            found += [each for row in rows if (each := _declared(path, text, str(row)))]
        elif re.fullmatch(r"requirements[\w.-]*\.(txt|in)", name) and not _PINNED.search(text):
            lines = (line.partition("#")[0].strip() for line in text.splitlines())
            found += [each for line in lines if line and (each := _declared(path, text, line))]
    return tuple(found)


def locked(files: Mapping[str, str]) -> tuple[Locked, ...]:
    """The packages in uv.lock, poetry.lock, pdm.lock and requirements files that pin versions."""
    found: list[Locked] = []
    for path, text in sorted(files.items()):
        name = path.rpartition("/")[2]
        if name in ("uv.lock", "poetry.lock", "pdm.lock"):
            rows = [row for row in _toml(text).get("package", []) if isinstance(row, dict) and "version" in row]
            found += [_locked(path, text, str(row["name"]), str(row["version"])) for row in rows]
        elif re.fullmatch(r"requirements[\w.-]*\.(txt|lock)", name):
            found += [_locked(path, text, each[1], each[2]) for each in _PINNED.finditer(text)]
    return tuple(found)


def conflicts(wanted: tuple[Declared, ...], there: tuple[Locked, ...]) -> Iterator[tuple[Declared, Locked | None]]:
    """Declared dependencies that the lock does not satisfy: another version, or (None) not there at all."""
    by_name = {each.name: each for each in there}
    for each in wanted:
        found, asked = by_name.get(each.name), Requirement(each.requirement)
        if found is None:
            if asked.marker is None and there:
                yield each, None
        elif not asked.specifier.contains(found.version, prereleases=True):
            yield each, found


def advisories(records: Mapping[str, str], there: tuple[Locked, ...]) -> tuple[Advisory, ...]:
    """The OSV records (https://ossf.github.io/osv-schema) that concern a locked package; `records` are JSON texts."""
    by_name: dict[str, list[Locked]] = {}
    for each in there:
        by_name.setdefault(each.name, []).append(each)
    found = {}
    for record in _records(records):
        for affected in _affected(record):
            for each in by_name.get(canonicalize_name(str(affected["package"].get("name", ""))), []):
                if (fixed := _hit(affected, each.version)) is not None:
                    known = Advisory(str(record.get("id", "?")), each, str(record.get("summary", "")), fixed)
                    found[known.id, each] = known
    return tuple(sorted(found.values(), key=lambda each: (each.package.path, each.package.line, each.id)))


def audited(records: Mapping[str, str], there: tuple[Locked, ...]) -> tuple[str, ...]:
    """The locked packages of which the records say whether they are vulnerable, sorted.

    A record tells of the packages that it names with versions that can be compared. That nothing is known of the others
    is shown only by a file that says which packages the records were asked for: `{"ecosystem": "PyPI", "packages":
    ["rich", ...]}`, or `"*"` for a whole snapshot.
    """
    named: set[str] = set()
    blind: set[str] = set()
    for record in _records(records):
        if record.get("ecosystem") == "PyPI" and "packages" in record:
            asked = record["packages"]
            named |= {each.name for each in there} if asked == "*" else set(_names(asked))
        for affected in _affected(record):
            name = canonicalize_name(str(affected["package"].get("name", "")))
            ranges = [each for each in affected.get("ranges", []) if each.get("type") == "ECOSYSTEM"]
            (named if ranges or affected.get("versions") else blind).add(name)
    return tuple(sorted({each.name for each in there if _version(each.version)} & named - blind))


def _names(asked: object) -> Iterator[str]:
    return (canonicalize_name(str(each)) for each in asked) if isinstance(asked, list) else iter(())


def _affected(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for affected in record.get("affected", []):
        if affected.get("package", {}).get("ecosystem") == "PyPI":
            yield affected


def _records(texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for _, text in sorted(texts.items()):
        try:
            value = json.loads(text)
        except ValueError:
            continue
        rows = value.get("vulns", [value]) if isinstance(value, dict) else value
        yield from (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def _hit(affected: Mapping[str, Any], text: str) -> str | None:
    """The version that repairs it (empty: none known) when this version is affected, else None."""
    version = _version(text)
    if version is None:
        return None
    for each in affected.get("ranges", []):
        if each.get("type") == "ECOSYSTEM" and (fixed := _inside(each.get("events", []), version)) is not None:
            return fixed
    return "" if text in affected.get("versions", []) else None


def _inside(events: list[dict[str, str]], version: Version) -> str | None:
    """Whether a version lies in a range of events, which are sorted; see the evaluation rules of the OSV schema."""
    inside = False
    for event in events:
        start, fixed, last = (_version(event.get(key, "")) for key in ("introduced", "fixed", "last_affected"))
        if event.get("introduced") == "0" or (start is not None and version >= start):
            inside = inside or "introduced" in event
        if inside and fixed is not None:
            if version < fixed:
                return str(fixed)
            inside = False
        if inside and last is not None:
            if version <= last:
                return ""
            inside = False
    return "" if inside else None


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _declared(path: str, text: str, row: str) -> Declared | None:
    try:
        requirement = Requirement(row)
    except InvalidRequirement:
        return None
    line = next((number for number, each in enumerate(text.splitlines(), start=1) if row in each), 1)
    return Declared(path, line, canonicalize_name(requirement.name), row)


def _locked(path: str, text: str, name: str, version: str) -> Locked:
    marks = (f'name = "{name}"', f"{name}==", f"{name}[")
    lines = enumerate(text.splitlines(), start=1)
    line = next((number for number, each in lines if each.startswith(marks)), 1)
    return Locked(path, line, canonicalize_name(name), version)
