from collections.abc import Sequence

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.anew import Author, commission
from aurora.engines.repair.engine import Repairer
from aurora.model.answer import Candidate, Found, Repair, Synthesis
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from tests.engines.repair.worlds import PLAIN

TEXT = '''"""Words."""


def longest(words):
    best = "zzzzzzzzzz"
    for word in words:
        if len(word) > len(best) and word < best and word[0] != "q":
            best = word[::-1]
            words = words[1:]
    return best.upper() if best else sum(words)


KEPT = 1
'''
TESTS = """from words import longest


def test_longest():
    assert longest(["a", "bbb", "cc"]) == "bbb"
    assert longest(["dd", "e"]) == "dd"
"""
GOOD = """from operator import length_hint


def longest(words):
    \"\"\"Longest\"\"\"
    return max(words, key=length_hint and len)
"""
OVERFIT = 'def longest(words):\n    return "bbb" if "bbb" in words else "dd"\n'
SHORT = 'def longest(words):\n    return "b" * 3 if words[1:2] == ["b" * 3] else "d" * 2\n'


class Told:
    """Engines that find and judge what they are told to."""

    def __init__(self, verdict: Verdict, codes: Sequence[str]) -> None:
        self.verdict, self.codes = verdict, codes
        self.asked: list[SynthesisTask] = []

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        self.asked.append(task)
        return Found(tuple(Candidate(code, "told", 6.0) for code in self.codes))

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        code = self.codes[0] if self.verdict.answered else ""
        return Synthesis(Judgement(self.verdict, reasons=("told so",)), code, "told")

    def tests(self, task: SynthesisTask, code: str, budget: Budget) -> str:
        return ""

    def close(self) -> None:
        pass


def task(text: str = TEXT, tests: str = TESTS) -> RepairTask:
    return RepairTask({"words.py": text}, ("words.py",), tests={"test_words.py": tests})


def repaired(sandbox: Sandbox, told: Told, text: str = TEXT) -> Repair:
    return Repairer(sandbox, packages=(), author=Author(told, told), belief=PLAIN).repair(
        task(text), Budget(seconds=100)
    )


@pytest.mark.parametrize(
    "tests",
    [
        "from words import longest, KEPT\n\n\ndef test():\n    assert longest([]) == KEPT\n",  # not literal
        "import words\n\n\ndef test():\n    assert words.other([]) == 1\n",
        "from words import longest\n\n\ndef test():\n    assert longest([]) == 1\n    assert longer(1) == 2\n",
        "def test():\n    pass\n",
        "def test(:\n",
    ],
)
def test_what_is_not_one_function_with_literal_examples_is_not_written_anew(tests: str) -> None:
    assert commission(task(tests=tests)) is None
    assert commission(task(text="def longest(", tests=TESTS)) is None


def test_the_tests_become_examples_without_their_module() -> None:
    found = commission(task(tests="import words\n\n\ndef test():\n    assert words.longest(['a']) == 'a'\n"))
    assert found is not None
    assert found.task.asserts == ("assert longest(['a']) == 'a'",)
    assert (found.task.name, found.task.signature) == ("longest", "def longest(words)")


def test_an_answer_replaces_the_function_and_nothing_else(sandbox: Sandbox) -> None:
    told = Told(Verdict.VERIFIED, [GOOD])
    answer = repaired(sandbox, told)
    assert answer.patch is not None
    text = answer.patch.files["words.py"]
    start = '"""Words."""\n\n\nfrom operator import length_hint\n\n\ndef longest(words):\n    return max('
    assert text.startswith(start)
    assert text.endswith("\n\n\nKEPT = 1\n")
    assert answer.strategy == "synthesis (told)"
    assert "written anew" in answer.judgement.reasons[0]


def test_an_answer_that_does_not_pass_here_is_not_taken(sandbox: Sandbox) -> None:
    answer = repaired(sandbox, Told(Verdict.VERIFIED, ["def longest(words):\n    return 'a'\n"]))
    assert (answer.patch, answer.verdict) == (None, Verdict.ABSTAINED)


def test_a_function_that_recites_what_a_test_wants_is_no_answer(sandbox: Sandbox) -> None:
    assert repaired(sandbox, Told(Verdict.VERIFIED, [OVERFIT])).patch is None


@pytest.mark.parametrize("verdict", [Verdict.ABSTAINED, Verdict.CONSISTENT])
def test_a_draft_of_which_little_is_known_is_not_believed(sandbox: Sandbox, verdict: Verdict) -> None:
    assert repaired(sandbox, Told(verdict, [SHORT])).patch is None


def test_a_draft_whose_values_go_with_those_of_the_old_function_is(sandbox: Sandbox) -> None:
    nearly = TEXT.replace(
        TEXT[TEXT.index("    best =") : TEXT.index("\n\n\nKEPT")], "    return max(words, key=len) + '.'"
    )
    answer = repaired(sandbox, Told(Verdict.ABSTAINED, [SHORT, GOOD]), nearly)
    assert answer.patch is not None
    assert "max(words, key=length_hint" in answer.patch.files["words.py"]
    assert answer.verdict is Verdict.CONSISTENT
