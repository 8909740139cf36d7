"""A circular import that is needed while a module is imported: what is shared moves into a module of its own."""

import ast
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.model.execution import Raised
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.extract import extract
from aurora.pycode.parse import Source

_SIGNS = ("partially initialized module", "circular import")
_HEAD = re.compile(r"from\s*[.\w]+\s*import")
_RAISED = Raised(
    "ImportError", "cannot import name 'G' from partially initialized module 'b' (most likely due to a circular import)"
)
_A = "from b import G\n\n\nclass F(G):\n    pass\n"
_B = "import a\n\n\nclass G:  # of all\n    pass\n\n\ndef make():\n    return a.F()\n"


@fixer(
    examples=[
        Example(
            Broken(_A, "a.py", _RAISED, {"a.py": _A, "b.py": _B}),
            [
                (
                    "from b_base import G\n\n\nclass F(G):\n    pass\n"
                    "# b.py\nfrom b_base import G\nimport a\n\n\ndef make():\n    return a.F()\n"
                    '# b_base.py\n"""What a and b share."""\n\n\nclass G:  # of all\n    pass\n'
                )
            ],
        ),
        Example(Broken(_A, "a.py", _RAISED, {"a.py": _A, "b.py": "class G:\n    pass\n"}), []),
        Example(Broken(_A, "a.py", _RAISED, {"a.py": _A, "b.py": "import a\n\n\nclass G(a.F):\n    pass\n"}), []),
        Example(Broken(_A, "a.py", None, {"a.py": _A, "b.py": _B}), []),
    ]
)
def extracted_module(broken: Broken) -> Iterator[Fix]:
    """For each import by name within a circle that this file is on: what it names is moved out of the circle."""
    if broken.raised is None or not any(sign in broken.raised.message for sign in _SIGNS):
        return
    texts = {**broken.files, broken.path: broken.text}
    sources = {path: source for path in texts if path.endswith(".py") and (source := parsed(texts[path]))}
    graph = {path: dict(_imports(source, path, texts)) for path, source in sources.items()}
    edges = [(user, statement, maker) for user in graph for statement, maker in graph[user].items()]
    for user, statement, maker in sorted(edges, key=lambda edge: edge[0] != broken.path):
        if broken.path in (user, maker) and isinstance(statement, ast.ImportFrom) and user in _reached(graph, maker):
            changed = _split(sources, graph, user, statement, maker)
            if changed:
                text = changed.pop(broken.path)
                yield Fix(text, 1.5, "What both modules need can live in one that imports neither of them.", changed)


def _imports(source: Source, path: str, files: Mapping[str, str]) -> Iterator[tuple[ast.stmt, str]]:
    """The imports at the top of a file, and the files of the project that they run."""
    for statement in source.tree.body:
        names = []
        if isinstance(statement, ast.ImportFrom):
            names = [f"{'.' * statement.level}{statement.module or ''}"]
        elif isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        for name in names:
            found = _file(name, path, files)
            if found is not None and found != path:
                yield statement, found


def _file(name: str, path: str, files: Mapping[str, str]) -> str | None:
    """The file of a module that is imported under this name by a file."""
    plain = name.lstrip(".")
    level, parts = len(name) - len(plain), [part for part in plain.split(".") if part]
    folder = PurePosixPath(path).parent
    above = [folder, *folder.parents]
    bases = above[level - 1 : level] if level else above[::-1]
    for base in bases:
        place = base.joinpath(*parts)
        for each in (f"{place}.py" if parts else "", str(place / "__init__.py")):
            if each in files:
                return each
    return None


def _reached(graph: Mapping[str, Mapping[ast.stmt, str]], start: str) -> set[str]:
    """The files that an import of a file runs."""
    found: set[str] = set()
    pending = [start]
    while pending:
        path = pending.pop()
        if path not in found:
            found.add(path)
            pending += graph.get(path, {}).values()
    return found


def _split(
    sources: Mapping[str, Source],
    graph: Mapping[str, Mapping[ast.stmt, str]],
    user: str,
    statement: ast.ImportFrom,
    maker: str,
) -> dict[str, str]:
    """The files that change when what an import names moves out of the file that makes it; none when it cannot."""
    name = f"{'.' * statement.level}{statement.module or ''}"
    place, module = next(_free(maker, name, sources))
    ours = module if not statement.level else f".{module.rpartition('.')[2]}"
    circle = [each for each, path in graph[maker].items() if maker in _reached(graph, path)]
    found = extract(sources[maker], [alias.name for alias in statement.names], ours, circle)
    if found is None:
        return {}
    text, span = sources[user].text, sources[user].span(statement)
    line = _HEAD.sub(f"from {module} import", span.of(text), count=1)
    words = " and ".join(PurePosixPath(path).parent.name if _package(path) else PurePosixPath(path).stem
                         for path in (user, maker))  # fmt: skip
    return {
        user: text[: span.start] + line + text[span.end :],
        maker: found.left,
        place: f'"""What {words} share."""\n{found.moved}',
    }


def _free(maker: str, name: str, taken: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Paths and names of modules beside a file that are not there yet; `name` is what a user imports the file as."""
    folder, stem = PurePosixPath(maker).parent, PurePosixPath(maker).stem
    for number in itertools.count(1):
        ending = f"base{number if number > 1 else ''}"
        new = ending if _package(maker) else f"{stem}_{ending}"
        place = str(folder / f"{new}.py")
        if place not in taken:
            dot = "" if name.endswith(".") else "."
            yield place, f"{name}{dot}{ending}" if _package(maker) else f"{name}_{ending}"


def _package(path: str) -> bool:
    return path.endswith("__init__.py")
