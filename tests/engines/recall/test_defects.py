import pytest

from aurora.engines.recall.defects import defects


def told(old: str, new: str) -> str:
    changed = [*(f"-{line}" for line in old.splitlines()), *(f"+{line}" for line in new.splitlines())]
    return " ".join(defects("@@ -1 +1 @@\n" + "\n".join(changed) + "\n"))


@pytest.mark.parametrize(
    "text", ["", "--- a/x\n+++ b/x\n", "@@ -1 +1 @@\n-x = 1\n+x = 1\n", "@@ -1 +1 @@\n-(((\n+)))\n"]
)
def test_nothing_is_said_where_nothing_that_parses_changed(text: str) -> None:
    assert list(defects(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("    if a < b:", "    if a <= b:", "off by one boundary"),
        ("return a < b", "return a > b", "direction flipped"),
        ("return a == b", "return a != b", "negated"),
        ("return a is b", "return a == b", "identity"),
        ("if x and y:", "if x or y:", "logical operator"),
        ("if x:", "if x and y:", "missing condition"),
        ("if not x:", "if x:", "negated"),
        ("x = a + b", "x = a - b", "plus minus"),
        ("x = a / b", "x = a // b", "integer division"),
        ("x = a * b", "x = a / b", "multiplied divided"),
        ("x = a - b", "x = b - a", "operands swapped"),
        ("x = a[i]", "x = a[i + 1]", "wrong index"),
        ("x = n", "x = n - 1", "off by one"),
        ("x = 4", "x = 5", "off by one"),
        ("x = 4", "x = 9", "wrong constant"),
        ("x = True", "x = False", "flag"),
        ('x = "nmae"', 'x = "name"', "misspelt"),
        ("x = total", "x = count", "wrong variable"),
        ("x = max(a)", "x = min(a)", "minimum maximum confused"),
        ("x = f(a, b)", "x = f(b, a)", "arguments swapped"),
        ("x = f(a)", "x = f(a, reverse=True)", "missing argument"),
        ("x = a.append(b)", "x = a.extend(b)", "wrong attribute method"),
        ("x = a[k]", "x = a.get(k, 0)", "missing key"),
        ("x = a[1:]", "x = a[:1]", "slice"),
        ("x = a", "x = int(a)", "conversion to number"),
        ("x = a", "x = a.lower()", "case sensitive"),
        ("x = a", "x = -a", "wrong sign"),
        ("x = a", "x += a", "instead of accumulated"),
        ("x += a", "x = a", "instead of set"),
        ("        f(x)", "        return f(x)", "missing return"),
        ("f(x)", "x = f(x)", "result ignored"),
        ("            return x", "            pass", "too early"),
        ("            break", "            continue", "stops loop too early"),
        ("    except KeyError:", "    except ValueError:", "wrong exception"),
        ("def f(a=[]):", "def f(a=None):", "mutable default"),
        ("x = {**a, **b}", "x = {**b, **a}", "swapped"),
        ("", "    i += 1", "never updated"),
        ("", "    if not xs:\n        return 0", "special case"),
        ("", "import math", "missing import"),
        ("    xs.clear()", "", "superfluous"),
        ("x = f(y)", "if y:\n    x = f(y)", "unconditional"),
    ],
)
def test_a_change_is_told_as_developers_name_the_defect(old: str, new: str, wanted: str) -> None:
    assert wanted in told(old, new)


def test_what_is_equal_on_both_sides_is_not_told() -> None:
    small = told("x = a < b", "x = a <= b")
    assert told("x = f(a, [b for b in c if b < d])", "x = f(a, [b for b in c if b <= d])") == small
