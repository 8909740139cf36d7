"""Packages are called audited only when advisories tell of them, and a proposal is resolved before it counts."""

from collections.abc import Mapping, Sequence

import pytest

from aurora.contracts.prepared import PreparedLinter, prepared
from aurora.contracts.resolver import Resolution
from aurora.units.modes.analysis.dependency_analysis import Manifested, dependency_analysis

FILES = {
    "requirements.txt": "b<3\nc\n",
    "uv.lock": '[[package]]\nname = "b"\nversion = "1.5"\n\n[[package]]\nname = "c"\nversion = "1.0"\n',
    "osv/a.json": '{"id": "X-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "b"}, "ranges": '
    '[{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.6"}]}]}]}',
}


class Resolver:
    """Knows two versions of one package, and resolves as it is told."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self.asked: Sequence[str] = ()

    def known(self, folder: str) -> Mapping[str, tuple[str, ...]]:
        assert folder == "wheels"
        return {"b": ("1.6", "2.0")}

    def resolve(self, requirements: Sequence[str], folder: str) -> Resolution:
        assert folder == "wheels"
        self.asked = requirements
        return self._resolution


def test_a_record_of_one_package_does_not_audit_the_others() -> None:
    made = dependency_analysis.run(Manifested(FILES), prepared(imports=PreparedLinter())())
    assert (made.output.audited, made.output.locked, made.output.unknown) == (1, 2, ("c",))
    check = made.evidence[1]
    assert (check.text, check.passed, check.detail) == ("audited 1 of 2", False, "Nothing is known of c.")


@pytest.mark.parametrize(
    ("resolution", "passed", "detail"),
    [
        (Resolution({"b": "1.6", "c": "1.0"}), True, ""),
        (Resolution(conflict="No solution."), False, "No solution."),
        (Resolution(unavailable="uv is not installed"), False, "It was not resolved: uv is not installed."),
    ],
)
def test_a_proposal_is_resolved_with_the_manifest(resolution: Resolution, passed: bool, detail: str) -> None:
    resolver = Resolver(resolution)
    world = prepared(imports=PreparedLinter(), resolver=lambda: resolver)()
    made = dependency_analysis.run(Manifested(FILES, wheels="wheels"), world)
    assert [(each.name, each.proposed) for each in made.output.upgrades] == [("b", "1.6")]
    assert resolver.asked == ["b<3", "c", "b==1.6"]
    assert (made.evidence[2].passed, made.evidence[2].detail) == (passed, detail)
