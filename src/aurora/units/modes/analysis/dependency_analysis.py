"""Dependency Analysis: packages that are missing, unused, in conflict with the lock, or known to be vulnerable.

Imports are compared with the manifest by deptry; the lock with the manifest by PEP 440; the lock with OSV records that
the project keeps in a folder. How many packages were audited is said, and nothing is called safe that was not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedLinter, prepared
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.mode import Result, described
from aurora.model.verdict import Check
from aurora.pycode.packages import Advisory, advisories, conflicts, declared, locked
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Manifested:
    """A project with its manifest and lock."""

    files: Sources = field(metadata=described("the texts of the project: path -> content"))
    osv: str = field(default="osv", metadata=described("the folder in it that holds OSV records as JSON files"))


@dataclass(frozen=True, slots=True)
class Packages:
    """What was looked at; `audited` of the `locked` packages were compared with advisories."""

    declared: int
    locked: int
    audited: int
    vulnerable: tuple[Advisory, ...]


_FILES = {
    "requirements.txt": "rich>=14\n",
    "uv.lock": '[[package]]\nname = "rich"\nversion = "13.0"\n',
    "osv/a.json": '{"id": "X-1", "summary": "Bad.", "affected": [{"package": {"ecosystem": "PyPI", "name": "rich"},'
    ' "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "13.1"}]}]}]}',
}
_UNUSED = Finding("requirements.txt", 1, 1, "unused-package", "'rich' is not used.", Severity.NOTE)
_KNOWN = advisories({"a": _FILES["osv/a.json"]}, locked(_FILES))


@mode(
    "M5",
    takes=Manifested,
    seconds=60,
    examples=[
        Example(
            Trial(Manifested({"a.py": "import rich\n"}), prepared(imports=PreparedLinter())),
            Result(Packages(0, 0, 0, ()), (Check("manifest", "There is no manifest.", False),), done=False),
        ),
        Example(
            Trial(Manifested(_FILES), prepared(imports=PreparedLinter(_UNUSED))),
            Result(
                Packages(1, 1, 1, _KNOWN),
                (Check("manifest", "1 declared, 1 locked", True), Check("advisories", "audited 1 of 1", True)),
                (
                    Finding("requirements.txt", 1, 1, "conflicting-package", "`rich>=14` is locked at 13.0."),
                    _UNUSED,
                    Finding("uv.lock", 2, 1, "X-1", "rich 13.0 is vulnerable: Bad.", advice="Upgrade to 13.1."),
                ),
            ),
        ),
    ],
)
def dependency_analysis(given: Manifested, world: World) -> Result[Packages]:
    """Findings about the packages of a project, and how many of them were audited."""
    wanted, there = declared(given.files), locked(given.files)
    if not wanted and not there:
        return Result(Packages(0, 0, 0, ()), (Check("manifest", "There is no manifest.", False),), done=False)
    records = {path: text for path, text in given.files.items() if path.startswith(f"{given.osv}/")}
    known = advisories(records, there)
    audited = len(there) if records else 0
    findings = [*world.imports.findings(given.files), *map(_vulnerable, known)]
    for each, found in conflicts(wanted, there):
        words = f"is locked at {found.version}" if found else "is not locked"
        findings.append(
            Finding(each.path, each.line, 1, "conflicting-package", f"`{each.requirement}` {words}.", Severity.WARNING)
        )
    evidence = tuple(_evidence(len(wanted), len(there), audited))
    return Result(Packages(len(wanted), len(there), audited, known), evidence, tuple(sorted(findings)))


def _evidence(wanted: int, there: int, audited: int) -> Iterator[Check]:
    yield Check("manifest", f"{wanted} declared, {there} locked", True)
    detail = "" if audited else "No OSV records were given, so nothing is known of vulnerabilities."
    yield Check("advisories", f"audited {audited} of {there}", audited == there > 0, detail)


def _vulnerable(each: Advisory) -> Finding:
    package = each.package
    advice = f"Upgrade to {each.fixed}." if each.fixed else "No version that repairs it is known."
    message = f"{package.name} {package.version} is vulnerable: {each.summary}"
    return Finding(package.path, package.line, 1, each.id, message, Severity.WARNING, advice)
