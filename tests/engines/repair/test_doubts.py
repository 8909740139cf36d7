import pytest

from aurora.engines.repair.doubts import doubts


def whys(text: str, original: str = "") -> list[str]:
    return [doubt.why for doubt in doubts(text, original)]


@pytest.mark.parametrize(
    "text",
    [
        '"""Doc."""\nx = 1\n',
        "def f(x):\n    if x:\n        return 1\n    return 2\n",
        "class A:\n    def f(self):\n        return 1\n\n    @staticmethod\n    def g(x):\n        return x\n",
        "for i in range(3):\n    print(i)\nprint(i)\n",
        "for i in range(3):\n    print()\n",
        "print(1)\n",
    ],
)
def test_ordinary_code_is_not_doubted(text: str) -> None:
    assert whys(text) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("print(wobble)\n", "wobble means nothing here."),
        ("x = 1\nx == 2\n", "A statement has no effect."),
        ("def f(x):\n    '''Say\n    y = x\n    return y\n    '''\n", "A text between quotes holds code."),
        ("def f(x):\n    if (x, 1):\n        return 1\n", "A condition is always true."),
        ("def f(x):\n    return x\n    print(x)\n", "Code behind a return is never reached."),
        ("def f(self):\n    return self\n", "f has a self, but no class."),
        ("class A:\n    def f(x):\n        return x\n", "The method f has no self."),
        ("for i in range(3):\n    print()\nprint(i)\n", "A loop ends before its variable is used."),
        ("a = {}\na[1]: int\n", "An annotation of something that is no name."),
    ],
)
def test_a_sign_is_named(text: str, sign: str) -> None:
    assert sign in whys(text)


def test_a_lost_definition_is_dear() -> None:
    (doubt,) = doubts("x = 1\n", "def f(:\n    pass\nx = 1\n")
    assert doubt.why == "The definition of f is lost."
    assert doubt.cost >= 3


def test_a_text_that_does_not_parse_is_doubted_most() -> None:
    (doubt,) = doubts("x = (\n", "")
    assert doubt.cost == 9.0


def test_code_that_becomes_a_comment_is_doubted_and_words_that_do_are_not() -> None:
    original = "def f(x):\n    y = 1\n    return x if y\n"
    assert whys(original.replace("return", "# return"), original) == ["A line of code becomes a comment."]
    assert whys("# adds both\nx = 1\n", "adds both\nx = 1\n") == []


def test_what_a_string_says_is_not_lost_unnoticed() -> None:
    original = "raise ValueError(f'no such {place in the list')\n"
    assert whys("raise ValueError()\n", original) == ["What a text between quotes says is lost."]
