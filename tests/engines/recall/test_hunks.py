import ast

import pytest

from aurora.engines.recall.hunks import changes


def told(text: str) -> list[tuple[str, str]]:
    return [tuple("\n".join(map(ast.unparse, side)) for side in pair) for pair in changes(text)]  # type: ignore[misc]


@pytest.mark.parametrize("text", ["", "no diff", "@@ -1 +1 @@\n-x = (\n+x = 1", "@@ -1,2 +1 @@\n-    x\n-y\n+z = 1"])
def test_what_is_no_diff_or_does_not_parse_says_nothing(text: str) -> None:
    assert told(text) == []


def test_a_hunk_is_read_as_statements_wherever_it_was_cut_out() -> None:
    text = (
        "a note\n--- a/x.py\n+++ b/x.py\n@@ -2 +2 @@\n-    if a < b:\n+    if a <= b:\n"
        "@@ -7 +7 @@\n-    except KeyError:\n+    except ValueError:\n"
        "@@ -9,0 +10 @@\n+        return total\nx.py\ndef f(): pass\n"
    )
    assert told(text) == [
        ("if a < b:\n    pass", "if a <= b:\n    pass"),
        ("try:\n    pass\nexcept KeyError:\n    pass", "try:\n    pass\nexcept ValueError:\n    pass"),
        ("", "return total"),
    ]
