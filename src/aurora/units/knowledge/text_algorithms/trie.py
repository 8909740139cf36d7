"""The words as a tree of letters: a dict from letter to subtree, with the key "" where a word ends.

Fredkin 1960.
"""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="trie prefix tree build words nested dictionary",
    examples=[Example((["a", "ab"],), {"a": {"": {}, "b": {"": {}}}}), Example(([],), {}), Example(([""],), {"": {}})],
    holds=lambda words, ret: set(ret) == {word[:1] for word in words},
)
def trie(words: list[str]) -> dict[str, Any]:
    """The words as a tree of letters: a dict from letter to subtree, with the key "" where a word ends."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root
