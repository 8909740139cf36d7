"""Ways from outside input to sinks, over functions and files; bad texts are left out, nothing is run."""

import pytest

from aurora.pycode.taint.flows import Kind
from aurora.pycode.taint.paths import tainted_paths

HEAD = "import os, sys\nfrom flask import request\n"


def kinds(text: str) -> list[tuple[str, int]]:
    return [(each.kind, each.sink.line) for each in tainted_paths({"a.py": HEAD + text})]


@pytest.mark.parametrize("text", ["", "\0", "def f(:\n", "(" * 500, "x = '\udcff'\n", "os.system('ls')\n"])
def test_texts_without_a_way_have_none(text: str) -> None:
    assert tainted_paths({"a.py": text, "b.txt": "eval(input())"}) == ()


def test_a_broken_file_costs_only_itself() -> None:
    found = tainted_paths({"a.py": "eval(input())\n", "b.py": "def f(:\n"})
    assert [each.kind for each in found] == [Kind.CODE]


def test_functions_that_call_each_other_end() -> None:
    text = "def f(x):\n    g(x)\ndef g(x):\n    os.system(x)\n    f(x + '1')\nf(request.args['a'])\n"
    assert ("CWE-78", 6) in kinds(text)


def test_a_class_that_is_its_own_base_ends() -> None:
    assert kinds("class A(A):\n    def f(self):\n        self.g(request.args['a'])\nA().f()\n") == []


def test_a_long_way_is_followed_to_its_end() -> None:
    text = HEAD + "x = request.args['x']\n" + "x = x + 'a'\n" * 3000 + "os.system(x)\n"
    assert len(tainted_paths({"a.py": text})) == 1


def test_the_way_is_the_same_every_time_and_the_shortest() -> None:
    text = "a = request.args['a']\ndef go(x):\n    os.system(x)\ngo(a)\ngo(request.form['b'])\n"
    found = tainted_paths({"a.py": HEAD + text})
    assert found == tainted_paths({"a.py": HEAD + text})
    assert [(each.source.text, [step.line for step in each.steps]) for each in found] == [
        ("request.args", [3, 6, 5]),
        ("request.form", [7, 7, 5]),
    ]


def test_a_way_through_twenty_functions_is_found_with_the_callers_written_first() -> None:
    links = "".join(f"def f{number}(x):\n    f{number + 1}(x)\n" for number in range(20))
    (path,) = tainted_paths({"a.py": f"import sys\n{links}def f20(x):\n    eval(x)\nf0(sys.argv[1])\n"})
    assert (path.sink.line, path.source.line) == (43, 44)
