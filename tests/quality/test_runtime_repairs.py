"""One fault of each kind that shows when a program runs: it is mended, where tests tell the repair from its rivals."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.engine import Repairer
from aurora.model.task import Budget, RepairTask

pytestmark = pytest.mark.slow

COUNT = "def f(words):\n    seen = {}\n    for word in words:\n        seen[word] += 1\n    return seen\n"
ROWS = "import asyncio\n\n\nasync def rows():\n    return [1, 2]\n\n\nasync def run():\n    return len(rows())\n\n\n"
CASES = [
    ("missing import", "def f(x):\n    return math.floor(x)\n", "def f", "import math\n\n\ndef f", "f(2.5) == 2"),
    ("moved import", "from collections import Mapping\n\n\ndef f(x):\n    return isinstance(x, Mapping)\n",
     "collections", "collections.abc", "f({}) is True"),
    ("misspelt name", "def f(words):\n    return len(wrods)\n", "wrods", "words", "f('abc') == 3"),
    ("misspelt attribute", "def f(text):\n    return text.uper()\n", "uper", "upper", "f('ab c') == 'AB C'"),
    ("None", "def f(a):\n    if a.strip():\n        return 1\n    return 0\n", "a.strip()", "a and a.strip()",
     "[f(None), f(' x '), f('  ')] == [0, 1, 0]"),
    ("conversion", "def f(n):\n    return 'no. ' + n\n", "n\n", "str(n)\n", "f(7) + f(12) == 'no. 7no. 12'"),
    ("missing key", COUNT, "seen[word] += 1", "seen[word] = seen.get(word, 0) + 1", "f('aba') == {'a': 2, 'b': 1}"),
    ("missing self", "class f:\n    def g(x):\n        return x + 1\n", "(x):", "(self, x):", "f().g(-4) == -3"),
    ("argument too many", "def g(a):\n    return a * 2\n\n\ndef f(a, b):\n    return g(a, b) + b\n", "g(a, b)", "g(a)",
     "[f(1, 2), f(5, 1)] == [4, 11]"),
    ("bytes", "import zlib\n\n\ndef f(text):\n    return zlib.crc32(text)\n", "(text)\n", "(text.encode())\n",
     "f('a') == 3904355907"),
    ("await", ROWS + "def f():\n    return asyncio.run(run())\n", "len(rows())", "len(await rows())", "f() == 2"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    sandbox = open_sandbox(workers=1)
    yield sandbox
    sandbox.close()


@pytest.mark.parametrize(("kind", "broken", "old", "new", "wanted"), CASES)
def test_a_fault_that_shows_when_a_program_runs_is_mended(
    sandbox: Sandbox, kind: str, broken: str, old: str, new: str, wanted: str
) -> None:
    tests = f"from m import f\n\n\ndef test_f():\n    assert {wanted}\n"
    task = RepairTask({"m.py": broken}, ("m.py",), tests={"test_m.py": tests})
    answer = Repairer(sandbox, belief=Belief(most=20.0)).repair(task, Budget(seconds=150))
    assert answer.patch is not None, kind
    head, _, tail = broken.rpartition(old)
    assert answer.patch.files["m.py"] == f"{head}{new}{tail}"
