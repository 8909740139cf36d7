"""A name that one module of the project defines and this file uses without importing it."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed, with_import
from aurora.pycode.dangling import Lack, dangling
from aurora.pycode.imports import module_name, needed_imports
from aurora.pycode.parse import Function, Source

_BILL = "def total(x):\n    return gross(x)\n"
_PRICE = "def gross(net):\n    return net * 2\n"
_RUN_BY_TOOLS = ("setup", "conftest", "noxfile")  # modules that do things when they are imported


@fixer(
    examples=[
        Example(
            Broken(_BILL, "bill.py", None, {"price.py": _PRICE, "bill.py": _BILL}),
            ["from price import gross\n\n\ndef total(x):\n    return gross(x)\n"],
        ),
        Example(
            Broken(_BILL, "src/shop/bill.py", None, {"src/shop/__init__.py": "", "src/shop/price.py": _PRICE}),
            ["from shop.price import gross\n\n\ndef total(x):\n    return gross(x)\n"],
        ),
        Example(
            Broken(f"from .tax import rate\n{_BILL}", "shop/bill.py", None, {"shop/price.py": _PRICE}),
            ["from .tax import rate\nfrom .price import gross\ndef total(x):\n    return gross(x)\n"],
        ),
        Example(Broken(_BILL, "bill.py", None, {"a.py": _PRICE, "b.py": _PRICE}), []),
        Example(Broken(_BILL, "bill.py", None, {"test_price.py": _PRICE}), []),
        Example(Broken(_BILL, "bill.py", None, {"setup.py": _PRICE}), []),
        Example(Broken(_BILL, "bill.py", None, {"noxfile.py": _PRICE, "tests/conftest.py": _PRICE}), []),
        Example(Broken(_BILL, "bill.py", None, {"bill.py": _BILL}), []),
    ]
)
def missing_local_import(broken: Broken) -> Iterator[Fix]:
    """The text with the imports of all such names that only one other module defines."""
    source = parsed(broken.text)
    lost = [each.name for each in dangling(source) if each.lack is Lack.NAME] if source is not None else []
    if source is None or not lost or needed_imports(broken.text):
        return
    text, makers = broken.text, _makers(broken)
    for name in dict.fromkeys(lost):
        paths, now = makers.get(name, []), parsed(text)
        if len(paths) == 1 and now is not None:
            text = with_import(now, f"from {_module(paths[0], broken.path, now)} import {name}")
    if text != broken.text:
        yield Fix(text, 0.3, "Another module of the project defines what is used here.")


def _makers(broken: Broken) -> dict[str, list[str]]:
    """By each function, class and constant that other modules define: the files of these."""
    found: dict[str, list[str]] = {}
    for path, text in broken.files.items():
        stem = PurePosixPath(path).stem
        apart = stem in _RUN_BY_TOOLS or stem.startswith(("test_", "conftest", "__main__"))
        if path != broken.path and path.endswith(".py") and not apart:
            other = parsed(text)
            for name in _defined(other) if other is not None else ():
                found.setdefault(name, []).append(path)
    return found


def _defined(source: Source) -> Iterator[str]:
    for node in source.tree.body:
        if isinstance(node, Function | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _module(path: str, user: str, source: Source) -> str:
    """What a file is imported as: by a dot where the user imports its neighbours so."""
    place = PurePosixPath(path)
    dotted = any(node.level for node in source.nodes(ast.ImportFrom))
    same = PurePosixPath(path).parent == PurePosixPath(user).parent
    return f".{place.stem}" if dotted and same and place.stem != "__init__" else module_name(path)
