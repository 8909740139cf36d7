"""Versions that would mend what is wrong with locked packages, from what is known here; nothing is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from packaging.requirements import Requirement
from packaging.version import InvalidVersion, Version

from aurora.pycode.packages import Advisory, Declared, Locked, advisories, conflicts


@dataclass(frozen=True, slots=True)
class Upgrade:
    """Another version of a package, or that none is known; `source` says from where the version is known."""

    name: str
    locked: str  # empty when it is not locked
    proposed: str  # empty: not known
    source: str  # "wheels" (it is in the folder), "advisory" (a record says that it repairs), or empty
    why: str  # a sentence


def upgrades(
    wanted: Sequence[Declared],
    there: Sequence[Locked],
    hits: Sequence[Advisory],
    records: Mapping[str, str],
    known: Mapping[str, Sequence[str]],
) -> tuple[Upgrade, ...]:
    """For each package that is vulnerable or not what the manifest asks for: the least known version that is neither.

    `records` are the advisories, `known` the versions that are here, by canonical name.
    """
    bad = {each.package.name: each.package.version for each in hits}
    bad |= {each.name: found.version if found else "" for each, found in conflicts(tuple(wanted), tuple(there))}
    return tuple(_upgrade(name, bad[name], wanted, hits, records, known.get(name, ())) for name in sorted(bad))


def _upgrade(
    name: str,
    locked: str,
    wanted: Sequence[Declared],
    hits: Sequence[Advisory],
    records: Mapping[str, str],
    known: Sequence[str],
) -> Upgrade:
    asked = [each.requirement for each in wanted if each.name == name]
    mine = [each for each in hits if each.package.name == name]
    fitting = [text for text in _ordered(known) if _allowed(text, asked) and not _hit(name, text, records)]
    above = [text for text in fitting if not mine or not locked or Version(text) > Version(locked)]
    if above:
        reason = "repairs what is known of it" if mine else "is what the manifest asks for"
        return Upgrade(name, locked, above[0], "wheels", f"{name} {above[0]} {reason}, and is in the folder.")
    fixes = _ordered([each.fixed for each in mine if each.fixed])
    if fixes and len(fixes) == len(mine) and not _hit(name, fixes[-1], records):
        told = f"The advisories say that {name} {fixes[-1]} repairs it; whether it can be had is not known here."
        if not _allowed(fixes[-1], asked):
            told += f" The manifest refuses it: `{asked[0]}`."
        return Upgrade(name, locked, fixes[-1], "advisory", told)
    rest = f" Of the {len(known)} that are here none fits." if known else ""
    return Upgrade(name, locked, "", "", f"No version of {name} that mends it is known here.{rest}")


def _ordered(texts: Sequence[str]) -> list[str]:
    return sorted(set(_valid(texts)), key=Version)


def _valid(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        try:
            yield str(Version(text))
        except InvalidVersion:
            continue


def _allowed(version: str, asked: Sequence[str]) -> bool:
    return all(Requirement(each).specifier.contains(version) for each in asked)


def _hit(name: str, version: str, records: Mapping[str, str]) -> bool:
    return bool(advisories(records, (Locked("", 1, name, version),)))
