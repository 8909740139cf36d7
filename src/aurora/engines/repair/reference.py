"""Repair with a correct version at hand: take over as few of its differing lines as the tests need.

The idea of CLARA (Gulwani et al. 2018) and Refactory (Hu et al. 2019): align the two programs, rename the reference's
variables to those of the broken one, and transplant; what is not needed is taken back (delta debugging, Zeller 1999).
"""

import ast
import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from aurora.model.errors import UnparsableError
from aurora.pycode.binding import scopes_of
from aurora.pycode.parse import Function, Source, parse
from aurora.pycode.scopes import defined_names
from aurora.pycode.signature import signature_of

Passes = Callable[[Sequence[Mapping[str, str]]], list[bool]]
"""Which of several versions of the target files pass all tests and behave like the reference."""

Code: TypeAlias = tuple[str, int, int, int, int]  # an opcode of difflib

_ROW = re.compile(r"[^\n]*\n|[^\n]+")
_PAIRS = 2_500  # of lines that are compared with each other in one hunk
_LIKE = 0.5  # share of two lines in common from which on one became the other
_WORD = re.compile(r"[A-Za-z_]\w*|\d+|\S")


def transplant(
    texts: Mapping[str, str], reference: Mapping[str, str], passes: Passes, *, finely: bool = False
) -> dict[str, str] | None:
    """The target files with the fewest hunks of the reference that make them pass, or with `finely` the fewest lines;
    None when even all do not."""
    goals = [goal for goal in _goals(texts, reference) if goal != dict(texts)]
    for goal, good in zip(goals, passes(goals), strict=True):
        if good:
            return _reduced(texts, goal, passes, finely=finely)
    return None


def _goals(texts: Mapping[str, str], reference: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Functions taken over in the broken program's own names, one by one, then together; at last the whole files."""
    pairs: dict[str, tuple[Source, Source]] = {}
    for path in texts:
        if path in reference:
            try:
                pairs[path] = (parse(texts[path], path), parse(reference[path], path))
            except UnparsableError:
                continue
    for renamed in (True, False):
        for path, (broken, correct) in pairs.items():
            for name in _shared(broken, correct):
                yield {**texts, path: _grafted(broken, correct, (name,), renamed=renamed)}
    for renamed in (True, False):
        yield {
            **texts,
            **{
                path: _grafted(broken, correct, tuple(_shared(broken, correct)), renamed=renamed)
                for path, (broken, correct) in pairs.items()
            },
        }
    yield {**texts, **{path: text for path, text in reference.items() if path in texts}}


def _functions(source: Source) -> dict[str, Function]:
    """Qualified name -> function, of those that stand in the module or in a class of it."""
    found: dict[str, Function] = {}
    owners: list[ast.Module | ast.ClassDef] = [source.tree]
    owners += [node for node in source.tree.body if isinstance(node, ast.ClassDef)]
    for owner in owners:
        prefix = f"{owner.name}." if isinstance(owner, ast.ClassDef) else ""
        for node in owner.body:
            if isinstance(node, Function):
                found[prefix + node.name] = node
    return found


def _shared(broken: Source, correct: Source) -> list[str]:
    mine, theirs = _functions(broken), _functions(correct)
    return [name for name in mine if name in theirs and broken.segment(mine[name]) != correct.segment(theirs[name])]


def _grafted(broken: Source, correct: Source, names: Sequence[str], *, renamed: bool) -> str:
    """The broken text with these functions, and whatever it lacks of the correct one, taken over."""
    mine, theirs = _functions(broken), _functions(correct)
    text = broken.text
    for name in sorted(names, key=lambda name: -broken.whole(mine[name]).start):
        new = correct.text[correct.whole(theirs[name]).start : correct.span(theirs[name]).end]
        if renamed:
            new = _in_words_of(broken, mine[name], theirs[name], new)
        span = broken.whole(mine[name])
        text = text[: span.start] + new + text[span.end :]
    present = set(scopes_of(broken.tree).module.bindings)
    missing = [node for node in correct.tree.body if set(_binds(node)) - present]
    imports = [correct.segment(node) for node in missing if isinstance(node, ast.Import | ast.ImportFrom)]
    others = [correct.segment(node) for node in missing if not isinstance(node, ast.Import | ast.ImportFrom)]
    head = "".join(f"{line}\n" for line in imports)
    return head + text + "".join(f"\n\n{part}\n" for part in others)


def _binds(node: ast.stmt) -> Iterator[str]:
    return iter(scopes_of(ast.Module(body=[node], type_ignores=[])).module.bindings)


def _in_words_of(broken: Source, mine: Function, theirs: Function, text: str) -> str:
    """The correct function with its variables called as their counterparts in the broken one."""
    names = dict(zip(signature_of(theirs).names, signature_of(mine).names, strict=False))
    taken = set(names.values())
    own = [name for name in defined_names(mine) if name not in taken]
    free = [name for name in defined_names(theirs) if name not in names]
    votes = _votes(broken.segment(mine), text, set(own), set(free))
    for (old, new), _count in votes.most_common():
        if old not in names and new not in taken:
            names[old] = new
            taken.add(new)
    others = set(_WORD.findall(text)) - set(names)
    if any(new in others for old, new in names.items() if old != new):
        return text
    return re.sub(r"(?<![\w.'\"])[A-Za-z_]\w*", lambda found: names.get(found.group(), found.group()), text)


def _votes(mine: str, theirs: str, own: set[str], free: set[str]) -> Counter[tuple[str, str]]:
    """How often a variable of the one stands where one of the other does, after aligning the words of both."""
    one, two = _WORD.findall(mine), _WORD.findall(theirs)
    left = ["$" if word in own else word for word in one]
    right = ["$" if word in free else word for word in two]
    votes: Counter[tuple[str, str]] = Counter()
    for block in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            if left[block.a + at] == "$":
                votes[two[block.b + at], one[block.a + at]] += 1
    return votes


def _reduced(texts: Mapping[str, str], goal: dict[str, str], passes: Passes, *, finely: bool) -> dict[str, str]:
    """The goal without what is not needed of it: all of a file is left out, then halves, down to one by one until each
    is needed."""
    kept = dict(goal)
    for path in goal:
        before, after = _ROW.findall(texts[path]), _ROW.findall(kept[path])
        codes = lines_between(before, after) if finely else _hunks(before, after)
        needed = [index for index, code in enumerate(codes) if code[0] != "equal"]
        size = len(needed)
        while size:
            count = len(needed)
            for chunk in [needed[at : at + size] for at in range(0, len(needed), size)]:
                fewer = [index for index in needed if index not in chunk]
                trial = {**kept, path: _merged(before, after, codes, fewer)}
                if passes([trial])[0]:
                    needed, kept = fewer, trial
            size = 1 if size == 1 and len(needed) < count else size // 2
    return kept


def _hunks(before: Sequence[str], after: Sequence[str]) -> list[Code]:
    return [*difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()]


def lines_between(before: Sequence[str], after: Sequence[str]) -> list[Code]:
    """The hunks line by line: those that are gone, those that are new, and those that are like another one."""
    found: list[Code] = []
    for tag, i1, i2, j1, j2 in _hunks(before, after):
        if tag == "equal":
            found.append((tag, i1, i2, j1, j2))
            continue
        old, new = i1, j1
        for one, two in [*_alike(before[i1:i2], after[j1:j2]), (i2 - i1, j2 - j1)]:
            found += [("delete", at, at + 1, new, new) for at in range(old, i1 + one)]
            found += [("insert", i1 + one, i1 + one, at, at + 1) for at in range(new, j1 + two)]
            old, new = i1 + one + 1, j1 + two + 1
            if old <= i2 and new <= j2:
                found.append(("replace", old - 1, old, new - 1, new))
    return found


def _alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of lines, in order, of which one became the other: those with the most in common (Needleman and Wunsch
    1970); of as many lines each became the one at its place."""
    if len(before) == len(after):
        return [(at, at) for at in range(len(before))]
    if len(before) * len(after) > _PAIRS:
        return []
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for one in range(len(before) + 1):
        for two in range(len(after) + 1):
            ways = [best[one - 1, two]] if one else []
            ways += [best[one, two - 1]] if two else []
            if one and two:
                like = difflib.SequenceMatcher(None, before[one - 1].strip(), after[two - 1].strip()).ratio()
                score, pairs = best[one - 1, two - 1]
                ways += [(score + like, [*pairs, (one - 1, two - 1)])] if like > _LIKE else []
            best[one, two] = max(ways, key=lambda way: way[0], default=(0.0, []))
    return best[len(before), len(after)][1]


def _merged(before: list[str], after: list[str], codes: Sequence[Code], taken: list[int]) -> str:
    pieces = [
        "".join(after[j1:j2]) if index in taken else "".join(before[i1:i2])
        for index, (_tag, i1, i2, j1, j2) in enumerate(codes)
    ]
    return "".join(pieces)
