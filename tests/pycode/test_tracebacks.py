import random

import pytest

from aurora.pycode.tracebacks import Frame, own_frames, read_traceback

PLAIN = """Traceback (most recent call last):
  File "/srv/ann/shop/main.py", line 9, in <module>
    main()
    ^^^^^^
  File "/srv/ann/shop/lib/prices.py", line 2, in total
    return sum(row["price"] for row in rows)
               ~~~^^^^^^^^^
KeyError: 'price'
"""
CHAINED = f"""{PLAIN}
During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    raise shop.errors.NoPrice("pen")
shop.errors.NoPrice: pen
"""
PYTEST = """
________ test_total ________

    def test_total():
>       assert total([{}]) == 0

tests/test_prices.py:4:
_ _ _ _ _ _ _ _

rows = [{}]

    def total(rows):
>       return sum(row["price"] for row in rows)
E       KeyError: 'price'

lib/prices.py:2: KeyError
========= short test summary info =========
FAILED tests/test_prices.py::test_total - KeyError: 'price'
"""
SHORT = """tests/test_prices.py:4: in test_total
    assert total([{}]) == 0
lib/prices.py:2: in total
    return sum(row["price"] for row in rows)
E   KeyError: 'price'
"""
GROUP = """  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 9, in <module>
  |     main()
  | ExceptionGroup: unhandled errors (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "main.py", line 3, in go
    |     int("x")
    | ValueError: invalid literal
    +------------------------------------
"""
PRICES = 'def total(rows):\n    return sum(row["price"] for row in rows)\n'
FILES = {"lib/prices.py": PRICES, "main.py": "\n" * 8 + "main()\n", "notes.txt": "main()"}


def test_the_interpreters_form_is_read_without_its_carets() -> None:
    told = read_traceback(f"It fails:\n{PLAIN}\nWhy?")
    assert told is not None
    assert (told.kind, told.message, str(told)) == ("KeyError", "'price'", "KeyError: 'price'")
    assert told.frames[0] == Frame("/srv/ann/shop/main.py", 9, "<module>", "main()")
    assert told.frames[1].code == 'return sum(row["price"] for row in rows)'


def test_of_a_chain_the_last_exception_is_told() -> None:
    told = read_traceback(CHAINED)
    assert told is not None
    assert (told.kind, told.message, len(told.frames)) == ("NoPrice", "pen", 1)


@pytest.mark.parametrize("text", [PYTEST, SHORT])
def test_pytests_forms_are_read(text: str) -> None:
    told = read_traceback(text)
    assert told is not None
    assert (told.kind, told.message) == ("KeyError", "'price'")
    assert [(frame.path, frame.line) for frame in told.frames] == [("tests/test_prices.py", 4), ("lib/prices.py", 2)]


def test_of_a_group_the_innermost_exception_is_told() -> None:
    told = read_traceback(GROUP)
    assert told is not None
    assert (told.kind, told.frames[-1].line) == ("ValueError", 3)


def test_frames_are_found_in_the_project_wherever_it_lay() -> None:
    told = read_traceback(PLAIN)
    assert told is not None
    assert [(each.path, each.line) for each in own_frames(told, FILES)] == [("main.py", 9), ("lib/prices.py", 2)]


def test_a_line_that_has_moved_since_is_found_by_its_text() -> None:
    told = read_traceback(PLAIN)
    assert told is not None
    assert own_frames(told, {"lib/prices.py": f"import os\n\n{PRICES}"})[-1].line == 4


@pytest.mark.parametrize("files", [{}, {"lib/prices.py": "def other():\n    pass\n", "main.py": "", "a.py": ""}])
def test_a_traceback_of_another_project_has_no_frame_here(files: dict[str, str]) -> None:
    told = read_traceback(PLAIN)
    assert told is not None
    assert own_frames(told, files) == ()


def test_what_is_installed_is_never_a_file_of_the_project() -> None:
    told = read_traceback('  File "/v/lib/python3.11/site-packages/main.py", line 9, in <module>\n    main()\n')
    assert told is not None
    assert own_frames(told, FILES) == ()


@pytest.mark.parametrize("end", range(0, len(PLAIN), 7))
def test_a_traceback_that_is_cut_off_tells_the_frames_that_are_left(end: int) -> None:
    for text in (PLAIN[:end], PLAIN[end:]):
        told = read_traceback(text)
        assert told is None or told.frames


@pytest.mark.parametrize("text", ["", "It does not work.", "ValueError: no", "a.py says 3: no", "\0\x1b\ufffd" * 50])
def test_words_are_no_traceback(text: str) -> None:
    assert read_traceback(text) is None


@pytest.mark.parametrize("line", ["x" * 1_000_000, 'File "a' * 150_000, "  | " * 250_000, "E   a.b" * 150_000])
def test_a_megabyte_of_text_before_a_traceback_does_not_hide_it(line: str) -> None:
    told = read_traceback(f"{line}\n{PLAIN}")
    assert told is not None
    assert told.kind == "KeyError"


def test_no_bytes_upset_the_reader() -> None:
    chance = random.Random(7)
    for _ in range(50):
        text = chance.randbytes(4000).decode("utf-8", "replace")
        read_traceback(f'Traceback (most recent call last):\n  File "a.py", line 1, in b\n{text}')
