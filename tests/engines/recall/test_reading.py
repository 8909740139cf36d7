import pytest

from aurora.engines.recall.reading import reading

LOOP = "def f(xs):\n    for x in xs:\n        {}\n    return xs\n"


def told(code: str) -> set[str]:
    return set(reading(code))


@pytest.mark.parametrize("text", ["", "plain words about a bug", "def f(:\n", "a.py\n  ((\n", "\x00"])
def test_what_is_no_code_is_not_read(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("def f(a, b=[]):\n    return b\n", "mutable default argument"),
        ("def f(n):\n    return n * f(n - 1)\n", "recursion base case"),
        ("def f(xs):\n    for x in xs:\n        if x: return x\n", "missing return none"),
        (LOOP.format("del xs[x]"), "during iteration"),
        (LOOP.format("total = x"), "overwritten last kept"),
        (LOOP.format("total += x"), "accumulate running total"),
        (LOOP.format("return x"), "first iteration"),
        (LOOP.format("if x < best: best = x"), "minimum maximum"),
        ("while True:\n    pass\n", "endless loop"),
        ("n = 0\ndef f():\n    n += 1\n    return n\n", "global unbound"),
        ("rows = [[0] * 3] * 3\n", "same object alias"),
        ("name.strip()\n", "result ignored"),
        ("{**a, **b}\n", "merge override"),
        ("try:\n    f()\nexcept OSError:\n    pass\n", "exception swallowed"),
        ("a or b and c\n", "precedence parentheses"),
        ("xs.pop(0)\n", "first queue"),
        ("list(set(xs))\n", "order lost"),
        ("sum(x for x in xs)\n", "generator exhausted"),
        ("word[::-1]\n", "reverse"),
    ],
)
def test_a_form_is_told_in_the_words_of_people(code: str, words: str) -> None:
    assert set(words.split()) <= told(code)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("def f(a, b=()):\n    return b\n", "mutable"),
        ("def f(n):\n    return g(n)\n", "recursion"),
        ("n = 0\ndef f():\n    global n\n    n += 1\n", "global"),
        ("name = name.strip()\n", "ignored"),
        ("xs.pop()\n", "queue"),
        (LOOP.format("ys.remove(x)"), "during"),
    ],
)
def test_the_right_form_of_it_is_not_complained_of(code: str, word: str) -> None:
    assert word not in told(code)


def test_the_code_of_each_file_of_a_memory_is_read() -> None:
    text = "no patch was proved\n\na.py\nrows = [[0] * 3] * 3\n\nb.py\nname.strip()\n\n"
    assert {"alias", "ignored"} <= told(text)
