from pathlib import Path

import pytest

from aurora.adapters.specs.reader import read_spec
from aurora.model.errors import ContradictionError, Exit, SpecError
from aurora.model.task import Condition

GOOD = """# Spec: simple math

Some words about the file.

### Function `clamp_add`
```python
def clamp_add(a: int, b: int, low: int, high: int) -> int
```

#### Description
Add two integers and
keep the sum between low and high.

#### Examples
| a | b | low | high | out |
|---|---|-----|------|-----|
| 2 | 3 | 0   | 10   | 5   |
| 9 | 3 | 0   | 10   | 10  |

#### Preconditions
- low <= high

#### Postconditions
- low <= ret <= high
- commutative in a, b
"""

SHORT = """# Spec: t
### Function `f`
```python
def f(a: int) -> int
```
#### Examples
| a | out |
|---|-----|
| 1 | 2 |
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "t.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (SHORT.replace("# Spec: t", "words", 1), 1, "no title"),
        (SHORT.replace("# Spec: t", "# Something", 1), 1, "not a title"),
        (SHORT + "# Spec: again\n", 10, "not a title"),
        ("# Spec: t\n\nwords\n", 1, "no function"),
        (SHORT.replace("### Function `f`", "### Notes"), 2, "names no function"),
        (SHORT.replace("#### Examples", "#### Remarks"), 6, "no section 'Remarks'"),
        (SHORT.replace("#### Examples", "## Examples"), 6, "no meaning here"),
        (SHORT.replace("### Function `f`", "#### Function `f`"), 2, "no meaning here"),
        (SHORT + "#### Examples\n", 10, "second time"),
        (SHORT + SHORT.partition("\n")[2], 10, "already in line 2"),
        (SHORT.replace("def f(a: int) -> int", ""), 2, "no signature"),
        (SHORT.replace("def f(a: int) -> int", "def f(a: int -> int"), 4, "does not parse"),
        (SHORT.replace("def f(a: int) -> int", "x = 1"), 4, "does not parse"),
        (SHORT.replace("def f(a: int) -> int", "class f"), 4, "not the signature of one function"),
        (SHORT.replace("def f(", "def g("), 4, "defines 'g'"),
        (SHORT.replace("a: int)", "*a: int)"), 4, "starred"),
        (SHORT.replace("a: int)", "*, a: int)"), 4, "starred"),
        (SHORT.replace("a: int)", "ret: int)"), 4, "named 'out' or 'ret'"),
        (SHORT.replace("| a | out |", "| b | out |"), 7, "header of the table"),
        (SHORT.replace("| a | out |", "| a |"), 7, "header of the table"),
        (SHORT.replace("|---|-----|", "| 0 | 1 |"), 8, "rule"),
        (SHORT.replace("| 1 | 2 |", ""), 2, "no example"),
        (SHORT.partition("####")[0], 2, "no example"),
        (SHORT.replace("| 1 | 2 |", "1 gives 2"), 9, "not a row"),
        (SHORT.replace("| 1 | 2 |", "| 1 | 2 | 3 |"), 9, "3 cells and the header 2"),
        (SHORT.replace("| 1 | 2 |", "| 1 |  |"), 9, "column 'out' is not a Python literal"),
        (SHORT.replace("| 1 | 2 |", "| one | 2 |"), 9, "'one' in column 'a' is not a Python literal"),
        (SHORT.replace("| 1 | 2 |", "| 1 | print(2) |"), 9, "not a Python literal"),
        (SHORT + "#### Postconditions\n- ret >\n", 11, "not a Python expression"),
        (SHORT + "#### Postconditions\n- ret >= b\n", 11, "uses b"),
        (SHORT + "#### Preconditions\n- ret >= 0\n", 11, "uses ret"),
        (SHORT + "#### Postconditions\n- inverse of g(a)\n", 11, "no earlier function 'g'"),
        (SHORT + "#### Postconditions\n- monotonic in b\n", 11, "'b' is no parameter"),
        (SHORT + "#### Postconditions\n- commutative\n", 11, "about two parameters, not 1"),
        ("\n", 0, "empty"),
        ("", 0, "empty"),
        (b"# Spec: t\n\xff\n", 2, "0xff is not UTF-8"),
        (b"x" * 50_000_000, 0, "50,000,000 bytes"),
    ],
)
def test_a_bad_specification_is_refused_with_line_and_reason(
    tmp_path: Path, text: str | bytes, line: int, what: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SpecError) as caught:
        read_spec(path)
    assert what in caught.value.what
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.exit is Exit.BAD_INPUT
    assert caught.value.expected in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="cannot be read: No such file"):
        read_spec(tmp_path / "none.md")
    with pytest.raises(SpecError, match="this is a folder"):
        read_spec(tmp_path)


def test_two_rows_that_contradict_each_other_are_both_named(tmp_path: Path) -> None:
    with pytest.raises(ContradictionError) as caught:
        read_spec(write(tmp_path, SHORT + "| 1 | 3 |\n"))
    assert caught.value.first == f"f(1) == 2 ({tmp_path}/t.md:9)"
    assert caught.value.second == f"f(1) == 3 ({tmp_path}/t.md:10)"


def test_the_example_of_the_format_is_read(tmp_path: Path) -> None:
    spec = read_spec(write(tmp_path, GOOD))
    (function,) = spec.functions
    task = function.task
    assert (spec.title, function.name, function.line) == ("simple math", "clamp_add", 5)
    assert task.prompt == "Add two integers and keep the sum between low and high."
    assert task.signature == "def clamp_add(a: int, b: int, low: int, high: int) -> int"
    assert task.asserts == ("assert clamp_add(2, 3, 0, 10) == 5", "assert clamp_add(9, 3, 0, 10) == 10")
    assert task.preconditions == (Condition("low <= high", expression="low <= high"),)
    assert task.postconditions == (
        Condition("low <= ret <= high", expression="low <= ret <= high"),
        Condition("commutative in a, b", invariant="commutative", over=("a", "b")),
    )


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = read_spec(write(tmp_path, GOOD))
    assert read_spec(write(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())) == plain


def test_cells_may_hold_escaped_pipes_backticks_and_quotes(tmp_path: Path) -> None:
    text = SHORT.replace("| 1 | 2 |", "| 'a\\|b' | `['|']` |".replace("'|'", "'\\|'"))
    (function,) = read_spec(write(tmp_path, text)).functions
    assert function.task.asserts == ("assert f('a|b') == ['|']",)


def test_a_row_needs_no_outer_pipes(tmp_path: Path) -> None:
    (function,) = read_spec(write(tmp_path, SHORT.replace("| 1 | 2 |", "1 | 2"))).functions
    assert function.task.asserts == ("assert f(1) == 2",)


def test_a_signature_may_stand_without_fence_and_end_with_a_colon(tmp_path: Path) -> None:
    text = SHORT.replace("```python\n", "").replace("```\n", "").replace("-> int", "-> int:")
    (function,) = read_spec(write(tmp_path, text)).functions
    assert function.task.signature == "def f(a: int) -> int"


def test_headings_inside_fences_are_text(tmp_path: Path) -> None:
    text = SHORT.replace("#### Examples", "#### Description\n```\n# not a heading\n```\n#### Examples")
    (function,) = read_spec(write(tmp_path, text)).functions
    assert "# not a heading" in function.task.prompt


def test_a_later_function_knows_the_earlier_ones(tmp_path: Path) -> None:
    second = SHORT.partition("\n")[2].replace("`f`", "`g`").replace("def f(", "def g(")
    text = SHORT + second + "#### Postconditions\n- inverse of f(a)\n- f(ret) == a\n"
    first, later = read_spec(write(tmp_path, text)).functions
    assert (first.earlier, later.earlier) == ((), ("f",))
    assert later.task.postconditions == (
        Condition("inverse of f(a)", invariant="inverse of", over=("f", "a")),
        Condition("f(ret) == a", expression="f(ret) == a"),
    )
