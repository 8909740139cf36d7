"""The early exit of taint analysis never hides a way that the analysis finds."""

import pytest

from aurora.pycode.taint.knowledge import ENTRIES, METHOD_SINKS, SINKS, SOURCE_METHODS, SOURCES, SPAWNERS
from aurora.pycode.taint.mentions import may_flow

SINK, SOURCE = "eval(x)\n", "x = input()\n"


@pytest.mark.parametrize("text", ["", "x = 1\n", SOURCE, SINK, "def f(get, path):\n    return get[path]\n"])
def test_a_text_that_names_only_one_end_cannot(text: str) -> None:
    assert not may_flow({"a.py": text})


@pytest.mark.parametrize("name", sorted({*SOURCES, *ENTRIES, *(f"a.{each}()" for each in SOURCE_METHODS)}))
def test_every_source_may(name: str) -> None:
    assert may_flow({"a.py": SINK, "b.py": f"{name}\n"})


@pytest.mark.parametrize("name", sorted({*SINKS, *SPAWNERS, "yaml.load", *(f"a.{each}()" for each in METHOD_SINKS)}))
def test_every_sink_may(name: str) -> None:
    assert may_flow({"a.py": f"{SOURCE}{name}\n"})


@pytest.mark.parametrize(
    "text",
    [
        "def f(request):\n    eval(request.GET['a'])\n",
        "class A(BaseHandler):\n    def f(self):\n        eval(self.path)\n",
        "@app.get('/')\ndef f(a):\n    return f'<b>{a}'\n",
        "from sys import argv as a\nlogger.info(a)\n",
        "ｉnput().execute()\n",
        "a = input()\nb.headers['x'] = a\n",
    ],
)
def test_what_frameworks_and_other_spellings_bring_may(text: str) -> None:
    assert may_flow({"a.py": text})


def test_modules_of_the_project_give_names_too() -> None:
    assert may_flow({"sys.py": "def argv():\n    pass\n", "b.py": SINK})
