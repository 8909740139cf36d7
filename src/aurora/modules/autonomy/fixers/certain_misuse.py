"""What raises or does nothing whenever it runs is replaced by what was perhaps meant.

A container that is called, a function that is indexed, `len(x + 1)`, `range(n / 2)`, `x = x.sort()`, a comparison that
stands alone, a method that is not called, a wrong count of arguments, an index past the end.
"""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.model.answer import Edit
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.edit import apply
from aurora.pycode.misuse import misuses


@fixer(
    examples=[
        Example(Broken("x = [1]\ny = x(0)\n"), ["x = [1]\ny = x[0]\n"]),
        Example(Broken("y = len[x]\n"), ["y = len(x)\n"]),
        Example(Broken("n = len(x + 1)\n"), ["n = len(x) + 1\n", "n = len(x)\n"]),
        Example(Broken("for i in range(n / 2):\n    f(i)\n"), ["for i in range(n // 2):\n    f(i)\n"]),
        Example(Broken("x = []\nx = x.append(1)\n"), ["x = []\nx.append(1)\n"]),
        Example(Broken("for k, v in d.items:\n    f(k, v)\n"), ["for k, v in d.items():\n    f(k, v)\n"]),
        Example(Broken("def f(a):\n    a == 1\n    return a\n"), ["def f(a):\n    a = 1\n    return a\n"]),
        Example(
            Broken("def f(a, b):\n    return a\n\n\ndef g(b):\n    return f(b, 1, 2)\n"),
            [
                "def f(a, b):\n    return a\n\n\ndef g(b):\n    return f(1, 2)\n",
                "def f(a, b):\n    return a\n\n\ndef g(b):\n    return f(b, 1)\n",
                "def f(a, b):\n    return a\n\n\ndef g(b):\n    return f(b, 2)\n",
            ],
        ),
        Example(
            Broken("def f(x, i):\n    if i == len(x) + 1:\n        return 0\n    return x[i]\n"),
            ["def f(x, i):\n    if i == len(x):\n        return 0\n    return x[i]\n"],
        ),
        Example(Broken("y = x[len(x)]\n"), ["y = x[-1]\n", "y = x[len(x) - 1]\n"]),
        Example(Broken("x = f(0)\ny = x(0)\nz = len(x) + 1\n"), []),
        Example(Broken("df = frame()\ndf = df.append(1)\n"), []),
        Example(Broken("for v in node.values:\n    f(v)\n"), []),
        Example(Broken("def f(x, i):\n    if i == len(x):\n        return 0\n    return x[i]\n"), []),
        Example(Broken("x = (\n"), []),
    ]
)
def certain_misuse(broken: Broken) -> Iterator[Fix]:
    """The text with the first such place put right that can be, in each way that may be meant, cheapest first."""
    source = parsed(broken.text)
    found = [misuse for misuse in misuses(source) if misuse.meant] if source is not None else []
    if source is None or not found:
        return
    span = source.span(found[0].node)
    for meant in sorted(found[0].meant, key=lambda meant: meant.cost):
        text = apply(source.text, [Edit("", span.start, span.end, meant.text)])
        if text != source.text and parsed(text) is not None:
            yield Fix(text, meant.cost, found[0].why)
