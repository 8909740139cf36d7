"""Planted bugs in real packages are repaired against the packages' own tests; comments and layout stay.

The source distributions come from PyPI. Offline the test is skipped, unless AURORA_TEST_REQUIRE_PYPI is set.
"""

import difflib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.flows.fix_code import fix_code
from aurora.model.task import Budget
from aurora.pycode.tokens import Kind, tokenize
from tests.doubles import tools_with
from tests.quality.planted import BUGS, PACKAGES

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

SECONDS = 60.0
LEFT_OUT = ("docs", "setup.py", "versioneer.py", "tlz")  # no part of what the tests test
CHANGED_LINES = 3


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    opened = open_sandbox()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked source distributions, each by its name."""
    folder = tmp_path_factory.mktemp("packages")
    python = Path(sys.base_prefix, "bin", "python3")
    words = ["-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", str(folder), *PACKAGES.values()]
    done = subprocess.run([str(python), *words], capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        message = f"the packages cannot be downloaded: {done.stderr.strip().splitlines()[-1:]}"
        (pytest.fail if "AURORA_TEST_REQUIRE_PYPI" in os.environ else pytest.skip)(message)
    for name in PACKAGES:
        (archive,) = folder.glob(f"{name}-*.tar.gz")
        with tarfile.open(archive) as file:
            file.extractall(folder / "raw", filter="data")
        (unpacked,) = (folder / "raw").glob(f"{name}-*")
        unpacked.rename(folder / name)
        for unneeded in LEFT_OUT:
            shutil.rmtree(folder / name / unneeded, ignore_errors=True)
            (folder / name / unneeded).unlink(missing_ok=True)
    return folder


def comments(text: str) -> list[str]:
    return [token.text for token in tokenize(text) if token.kind is Kind.COMMENT]


EACH = [(*place, *texts) for place, pairs in BUGS.items() for texts in pairs]


@pytest.mark.parametrize(
    ("package", "path", "right", "wrong"), EACH, ids=[f"{bug[0]}-{bug[3].strip()}" for bug in EACH]
)
def test_a_planted_bug_is_repaired(
    tmp_path: Path, sandbox: Sandbox, packages: Path, package: str, path: str, right: str, wrong: str
) -> None:
    root = tmp_path / package
    shutil.copytree(packages / package, root)
    text = (root / path).read_text("utf-8")
    assert text.count(right) == 1
    broken = text.replace(right, wrong)
    (root / path).write_text(broken, "utf-8")
    tools = replace(tools_with(tmp_path / "aurora"), sandbox=sandbox, mend=Repairer(sandbox))

    fix = fix_code(tools, root, Budget(SECONDS))

    assert fix.applied, fix.answer.judgement.reasons
    mended = (root / path).read_text("utf-8")
    assert comments(mended) == comments(broken)
    added = [line for line in difflib.ndiff(broken.splitlines(), mended.splitlines()) if line.startswith("+ ")]
    assert 0 < len(added) <= CHANGED_LINES
    untouched = [each.relative_to(root) for each in root.rglob("*.py") if each != root / path]
    assert all((root / name).read_bytes() == (packages / package / name).read_bytes() for name in untouched)
