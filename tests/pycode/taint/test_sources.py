"""A project without a source needs no taint analysis; every source that the analysis knows is seen."""

import pytest

from aurora.pycode.taint.knowledge import SOURCE_METHODS, SOURCES
from aurora.pycode.taint.names import names_of
from aurora.pycode.taint.sources import comes_in


def enters(text: str) -> bool:
    return comes_in(names_of({"a.py": text}))


@pytest.mark.parametrize(
    "text",
    [
        "def f(input_, data):\n    return data.get('input')\n",
        "class A:\n    @property\n    def get(self):\n        return self.names\n",
        "response.headers['x'] = response.json()\n",
        "@cache\ndef route(path):\n    return open(path)\n",
        "@app.get('/')\ndef f():\n    return '<b>'\n",
        "@app.get('/')\ndef f(number: int, context):\n    return number\n",
    ],
)
def test_words_of_sources_that_are_none_bring_nothing_in(text: str) -> None:
    assert not enters(text)


@pytest.mark.parametrize(
    "source", sorted({*SOURCES, *(f"a.{each}" for each in SOURCE_METHODS), "request.GET", "self.request.body"})
)
def test_every_source_comes_in(source: str) -> None:
    module = source.partition(".")[0]
    assert enters(f"import {module}\ndef f(self):\n    print({source})\n")


@pytest.mark.parametrize(
    "text",
    [
        "from os import environ as e\nprint(e)\n",
        "from flask import request as r\nprint(f'{r.args}')\n",
        "class A(BaseHandler):\n    def f(self):\n        return self.path\n",
        "@app.get('/')\ndef f(name):\n    return name\n",
        "def lambda_handler(event, context): ...\n",
        "x = lambda: input()\n",
    ],
)
def test_what_is_renamed_or_given_by_a_framework_comes_in(text: str) -> None:
    assert enters(text)
