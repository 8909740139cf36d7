"""Dependency Analysis: packages that are missing, unused, in conflict with the lock, or known to be vulnerable.

Imports are compared with the manifest by deptry; the lock with the manifest by PEP 440; the lock with OSV records that
the project keeps in a folder. A package is audited when the records tell of it; nothing is called safe that was not.
For what is wrong, the least version that mends it is proposed from what is known here, and resolved by uv.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedLinter, prepared
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.mode import Result, described
from aurora.model.verdict import Check
from aurora.pycode.packages import Advisory, Declared, advisories, audited, conflicts, declared, locked, manifests
from aurora.pycode.upgrades import Upgrade, upgrades
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Manifested:
    """A project with its manifest and lock."""

    files: Sources = field(metadata=described("the texts of the project: path -> content"))
    wheels: str = field(
        default="", metadata=described("a folder of wheels on this machine from which versions are proposed")
    )
    osv: str = field(default="osv", metadata=described("the folder in it that holds OSV records as JSON files"))


@dataclass(frozen=True, slots=True)
class Packages:
    """What was looked at; of `audited` of the `locked` packages advisories tell whether they are vulnerable."""

    declared: int
    locked: int
    audited: int
    vulnerable: tuple[Advisory, ...]
    unknown: tuple[str, ...] = ()  # locked packages of which no advisory tells anything
    upgrades: tuple[Upgrade, ...] = ()


_FILES = {
    "requirements.txt": "rich>=14\n",
    "uv.lock": '[[package]]\nname = "rich"\nversion = "13.0"\n',
    "osv/a.json": '{"id": "X-1", "summary": "Bad.", "affected": [{"package": {"ecosystem": "PyPI", "name": "rich"},'
    ' "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "13.1"}]}]}]}',
}
_NO_MANIFEST = "There is no manifest: no pyproject.toml, requirements file or lock. Name the folder that has one."
_UNUSED = Finding("requirements.txt", 1, 1, "unused-package", "'rich' is not used.", Severity.NOTE)
_WHY = (
    "The advisories say that rich 13.1 repairs it; whether it can be had is not known here. The manifest refuses it:"
    " `rich>=14`."
)
_UPGRADE = Upgrade("rich", "13.0", "13.1", "advisory", _WHY)
_KNOWN = advisories({"a": _FILES["osv/a.json"]}, locked(_FILES))


@mode(
    "M5",
    takes=Manifested,
    seconds=60,
    examples=[
        Example(
            Trial(Manifested({"a.py": "import rich\n"}), prepared(imports=PreparedLinter())),
            Result(Packages(0, 0, 0, ()), (Check("manifest", _NO_MANIFEST, False),), done=False),
        ),
        Example(
            Trial(Manifested({"pyproject.toml": "[project]\nname = 'a'\n"}), prepared(imports=PreparedLinter())),
            Result(
                Packages(0, 0, 0, ()),
                (
                    Check("manifest", "0 declared, 0 locked", True),
                    Check("advisories", "audited 0 of 0", False, "No package is locked at a version."),
                ),
            ),
        ),
        Example(
            Trial(Manifested(_FILES), prepared(imports=PreparedLinter(_UNUSED))),
            Result(
                Packages(1, 1, 1, _KNOWN, (), (_UPGRADE,)),
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
    if not wanted and not there and not manifests(given.files):
        return Result(Packages(0, 0, 0, ()), (Check("manifest", _NO_MANIFEST, False),), done=False)
    records = {path: text for path, text in given.files.items() if path.startswith(f"{given.osv}/")}
    known = advisories(records, there)
    told = audited(records, there)
    unknown = tuple(sorted({each.name for each in there} - set(told)))
    versions = world.resolver.known(given.wheels) if given.wheels else {}
    better = upgrades(wanted, there, known, records, versions)
    findings = [*world.imports.findings(given.files), *map(_vulnerable, known)]
    for each, found in conflicts(wanted, there):
        words = f"is locked at {found.version}" if found else "is not locked"
        findings.append(
            Finding(each.path, each.line, 1, "conflicting-package", f"`{each.requirement}` {words}.", Severity.WARNING)
        )
    found_all = Packages(len(wanted), len(there), len(told), known, unknown, better)
    evidence = (*_evidence(found_all, len({each.name for each in there})), *_resolved(given, world, wanted, better))
    return Result(found_all, evidence, tuple(sorted(findings)))


def _evidence(found: Packages, names: int) -> Iterator[Check]:
    yield Check("manifest", f"{found.declared} declared, {found.locked} locked", True)
    detail = f"Nothing is known of {', '.join(found.unknown[:20])}." if found.unknown else ""
    detail = detail or ("" if names else "No package is locked at a version.")
    yield Check("advisories", f"audited {found.audited} of {names}", found.audited == names > 0, detail)


def _resolved(
    given: Manifested, world: World, wanted: tuple[Declared, ...], better: tuple[Upgrade, ...]
) -> Iterator[Check]:
    """The manifest with the proposals, resolved by uv with the folder alone."""
    pins = [f"{each.name}=={each.proposed}" for each in better if each.source == "wheels"]
    if pins:
        made = world.resolver.resolve([*(each.requirement for each in wanted), *pins], given.wheels)
        words = f"the manifest with {', '.join(pins)} resolves to {len(made.pins)} packages"
        why = made.conflict or (f"It was not resolved: {made.unavailable}." if made.unavailable else "")
        yield Check("resolution", words if made.pins else f"the manifest with {', '.join(pins)}", bool(made.pins), why)


def _vulnerable(each: Advisory) -> Finding:
    package = each.package
    advice = f"Upgrade to {each.fixed}." if each.fixed else "No version that repairs it is known."
    message = f"{package.name} {package.version} is vulnerable: {each.summary}"
    return Finding(package.path, package.line, 1, each.id, message, Severity.WARNING, advice)
