"""Calls: functions of the project by their summaries, sinks by what they take, sanitizers by what they make safe."""

import pytest

from tests.pycode.taint.following import lines

HEAD = """import subprocess, yaml, logging
class Box:
    def __init__(self, value):
        self.value = value
    def run(self):
        os.system(self.value)
    @staticmethod
    def go(value):
        os.system(value)
    @classmethod
    def make(cls, value):
        return cls(value)
def every(*values, **named):
    os.system(named)
logger = logging.getLogger()
"""


@pytest.mark.parametrize(
    "body",
    [
        "subprocess.run(x)",
        "subprocess.run([x])",
        "subprocess.run(args=x, shell=True)",
        "subprocess.run(['bash', '-c', x])",
        "subprocess.run(['a', x], shell=True)",
        "yaml.load(x)",
        "logger.info(x)",
        "y = []\ny.append(x)\nos.system(y)",
        "Box.go(x)",
        "every(a=x)",
    ],
)
def test_outside_input_arrives(body: str) -> None:
    assert len(lines(body, HEAD)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "subprocess.run(['a', x])",
        "y = ['a', x]\nsubprocess.run(y)",
        "subprocess.run(['a', *x])",
        "yaml.load(x, Loader=yaml.SafeLoader)",
        "logger.info('%s', x)",
        "os.system(shlex.quote(x))",
        "open('a').seek(x)",
        "every(x)",
    ],
)
def test_what_is_harmless_is_not_told(body: str) -> None:
    assert lines(body, HEAD) == []


def test_what_one_danger_is_quoted_for_stays_dangerous_for_others() -> None:
    assert lines("y = shlex.quote(x)\nos.system(y)\nopen(y)") == [3]


def test_an_object_carries_what_it_was_made_with() -> None:
    assert len(lines("b = Box(x)\nb.run()", HEAD)) == 1
    assert lines("b = Box('a')\nb.run()", HEAD) == []
