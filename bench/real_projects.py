"""Planted bugs of our own in real packages, repaired against the packages' own tests: how many, and what they cost.

`python -m bench.real_projects [--budget S] [--only PACKAGE]`. The source distributions come from PyPI. Nothing was made
for `humanize` and `boltons`: their bugs were planted before the engine had met these packages, and stay as they are.
"""

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from aurora.app import join
from aurora.flows.fix_code import fix_code
from aurora.flows.tools import Tools
from aurora.model.settings import Settings
from aurora.model.task import Budget
from aurora.pycode.tokens import Kind, tokenize

PACKAGES: Mapping[str, str] = MappingProxyType(
    {
        "inflection": "inflection==0.5.1",
        "toolz": "toolz==1.0.0",
        "cachetools": "cachetools==5.5.2",
        "humanize": "humanize==4.17.0",
        "boltons": "boltons==26.2.0",
    }
)

BUGS: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        ("inflection", "inflection/__init__.py"): (
            (
                "if number % 100 in (11, 12, 13):",
                "if number % 10 in (11, 12, 13):",
            ),
            (
                "return word.replace('_', '-')",
                "return word.replace('-', '_')",
            ),
            (
                "return string[0].lower() + camelize",
                "return string[0].upper() + camelize",
            ),
            (
                "number = abs(int(number))",
                "number = int(number)",
            ),
            (
                "return pluralize(underscore(word))",
                "return pluralise(underscore(word))",
            ),
            (
                "    if separator:\n",
                "    if not separator:\n",
            ),
        ),
        ("toolz", "toolz/dicttoolz.py"): (
            (
                "        if predicate(k):\n            rv[k] = v",
                "        if predicate(v):\n            rv[k] = v",
            ),
            (
                "rv.update(zip(map(func, d.keys()), d.values()))",
                "rv.update(zip(map(func, d.values()), d.keys()))",
            ),
            (
                "            if key in d2:\n",
                "            if key not in d2:\n",
            ),
        ),
        ("toolz", "toolz/itertoolz.py"): (
            (
                "    if initial == no_default:\n        try:\n            result",
                "    if initial != no_default:\n        try:\n            result",
            ),
            (
                "        return len(seq) == len(set(seq))",
                "        return len(seq) != len(set(seq))",
            ),
            (
                "    return itertools.islice(seq, n)\n",
                "    return itertools.islice(seq, n + 1)\n",
            ),
        ),
        ("cachetools", "src/cachetools/__init__.py"): (
            (
                "        if size > maxsize:\n",
                "        if size >= maxsize:\n",
            ),
            (
                "            diffsize = size - self.__size[key]",
                "            diffsize = size + self.__size[key]",
            ),
            (
                "        self.__currsize -= size",
                "        self.__currsize += size",
            ),
            (
                "        if key in self:\n            value = self[key]\n            del self[key]",
                "        if key not in self:\n            value = self[key]\n            del self[key]",
            ),
            (
                "move_to_end(key, last=False)",
                "move_to_end(key, last=True)",
            ),
            (
                "        elif default is self.__marker:",
                "        elif default is not self.__marker:",
            ),
        ),
        ("humanize", "src/humanize/number.py"): (
            (
                "digit = 0 if value % 100 in (11, 12, 13) else value % 10",
                "digit = 0 if value % 100 in (11, 12, 13) else value // 10",
            ),
            (
                "        value *= -1\n        negative_prefix",
                "        value *= 1\n        negative_prefix",
            ),
            (
                "ordinal = bisect.bisect_right(powers, value)",
                "ordinal = bisect.bisect_left(powers, value)",
            ),
            (
                '            if "." in value:\n                value = float(value)',
                '            if "." not in value:\n                value = float(value)',
            ),
        ),
        ("humanize", "src/humanize/filesize.py"): (
            (
                "    if abs_bytes < base:",
                "    if abs_bytes <= base:",
            ),
            (
                "space + _(suffix[exp - 1])",
                "space + _(suffix[exp])",
            ),
        ),
        ("humanize", "src/humanize/lists.py"): (
            (
                '", ".join(item_list[:-1])',
                '", ".join(item_list[:-2])',
            ),
        ),
        ("boltons", "boltons/iterutils.py"): (
            (
                "        if i != strip_value:\n            yield i\n            break",
                "        if i != strip_value:\n            break",
            ),
            (
                "        if maxsplit is not None and split_count >= maxsplit:",
                "        if maxsplit is not None and split_count > maxsplit:",
            ),
            (
                "    return rstrip_iter(lstrip_iter(iterable, strip_value), strip_value)",
                "    return lstrip_iter(lstrip_iter(iterable, strip_value), strip_value)",
            ),
        ),
        ("boltons", "boltons/listutils.py"): (
            (
                "        if rel_idx < 0:\n            return None, None\n        return list_idx, rel_idx",
                "        if rel_idx < 0:\n            return None, None\n        return rel_idx, list_idx",
            ),
            (
                "            half_limit = size_limit // 2",
                "            half_limit = size_limit * 2",
            ),
            (
                "            if rel_idx < len_list:\n                break\n            rel_idx -= len_list",
                "            if rel_idx < len_list:\n                break\n            rel_idx -= list_idx",
            ),
        ),
    }
)

LEFT_OUT = ("docs", "setup.py", "versioneer.py")  # no part of what the tests test


def download(folder: Path, names: Sequence[str] = tuple(PACKAGES)) -> None:
    """Unpack the source distribution of each of these packages into a folder of its name."""
    python = Path(sys.base_prefix, "bin", "python3")
    words = ["-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", str(folder)]
    subprocess.run([str(python), *words, *(PACKAGES[name] for name in names)], check=True, timeout=300)
    for name in names:
        (archive,) = folder.glob(f"{name}-*.tar.gz")
        with tarfile.open(archive) as file:
            file.extraction_filter = getattr(tarfile, "data_filter", None)  # before 3.11.4 there is none
            file.extractall(folder / "raw")
        (unpacked,) = (folder / "raw").glob(f"{name}-*")
        unpacked.rename(folder / name)
        for unneeded in LEFT_OUT:
            shutil.rmtree(folder / name / unneeded, ignore_errors=True)
            (folder / name / unneeded).unlink(missing_ok=True)


def comments(text: str) -> list[str]:
    return [token.text for token in tokenize(text) if token.kind is Kind.COMMENT]


def repaired(tools: Tools, root: Path, path: str, right: str, wrong: str, seconds: float) -> str:
    """Plant one bug, repair, and say what came of it; comments and all other files must be as they were."""
    text = (root / path).read_text("utf-8")
    broken = text.replace(right, wrong)
    assert text.count(right) == 1
    (root / path).write_text(broken, "utf-8")
    start = time.monotonic()
    fix = fix_code(tools, root, Budget(seconds))
    mended = (root / path).read_text("utf-8")
    same = "as it was" if mended == text else "another text" if fix.applied else "not repaired"
    assert comments(mended) == comments(text)
    return f"{fix.answer.verdict:10} {same:12} {fix.answer.tried:6} tried {time.monotonic() - start:6.1f} s"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--budget", type=float, default=60.0)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        download(folder, [given.only] if given.only else tuple(PACKAGES))
        tools = join(replace(Settings(), state=folder / "state"))
        for (package, path), pairs in BUGS.items():
            for number, (right, wrong) in enumerate(pairs if given.only in ("", package) else ()):
                root = folder / "work" / f"{package}{number}"
                shutil.copytree(folder / package, root)
                line = repaired(tools, root, path, right, wrong, given.budget)
                print(f"{package:12} {wrong.strip().splitlines()[0][:48]:48} {line}", flush=True)
        tools.close()


if __name__ == "__main__":
    main()
