"""Bugs of our own for three packages of others: right text and wrong text; the right text is there once."""

from collections.abc import Mapping
from types import MappingProxyType

PACKAGES: Mapping[str, str] = MappingProxyType(
    {"inflection": "inflection==0.5.1", "toolz": "toolz==1.0.0", "cachetools": "cachetools==5.5.2"}
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
    }
)
