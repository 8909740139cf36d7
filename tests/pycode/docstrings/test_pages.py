"""Pages link to lines that are there, and a link that leads nowhere is found."""

from aurora.pycode.docstrings.definitions import module_of
from aurora.pycode.docstrings.pages import dangling, pages

TEXT = (
    '"""Prices."""\n\nclass C(B):\n    @property\n    def p(self) -> int:\n        """See ``` here [x](gone.md)."""\n'
)
FILES = {"src/shop/__init__.py": "", "src/shop/prices.py": TEXT}


def test_a_page_for_each_module_and_a_list_of_them() -> None:
    made = pages({path: module_of(text) for path, text in FILES.items()}, "docs/reference")
    assert list(made) == ["docs/reference/shop.md", "docs/reference/shop.prices.md", "docs/reference/README.md"]
    assert "- [`shop.prices`](shop.prices.md): Prices." in made["docs/reference/README.md"]
    page = made["docs/reference/shop.prices.md"]
    assert "### `C.p`\n\n```python\n@property\ndef p() -> int\n```\n\n````text\nSee ```" in page
    assert "[Line 5](../../src/shop/prices.py#L5)" in page
    assert "Not documented." in page
    assert dangling(made, FILES) == ((), 4)


def test_links_that_lead_nowhere_are_named() -> None:
    made = {"a.md": "[x](b.md) [y](c.py#L9) [z](c.py#L1)"}
    assert dangling(made, {"c.py": "x\n"}) == (("a.md: b.md", "a.md: c.py#L9"), 3)
