"""Reference pages of modules in Markdown: signatures, docstrings, links to the lines of the source."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from aurora.pycode.docstrings.definitions import Definition, Module
from aurora.pycode.signature import render

_LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages(modules: Mapping[str, Module], folder: str) -> dict[str, str]:
    """A page for each module (path -> what it defines) below a folder, and `README.md`, which lists them."""
    made = {f"{folder}/{_name(path)}.md": _page(path, module, folder) for path, module in modules.items()}
    rows = [f"- [`{_name(path)}`]({_name(path)}.md){_first(module)}" for path, module in sorted(modules.items())]
    made[f"{folder}/README.md"] = "\n".join(["# Reference", "", *rows, ""])
    return made


def dangling(made: Mapping[str, str], files: Mapping[str, str]) -> tuple[tuple[str, ...], int]:
    """The links of pages that lead to no file or no line of one ("page: target"), and how many links there are."""
    there, links, bad = {**files, **made}, 0, []
    for page, text in made.items():
        for target in _LINK.findall(_prose(text)):
            links += 1
            path, _, line = target.partition("#L")
            found = there.get(posixpath.normpath(posixpath.join(posixpath.dirname(page), path)))
            if found is None or (line and not 1 <= int(line) <= found.count("\n") + 1):
                bad.append(f"{page}: {target}")
    return tuple(bad), links


def _prose(text: str) -> str:
    """The text without what stands in fences, where docstrings are shown as they are."""
    return re.sub(r"^(`{3,})[^\n]*\n.*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)


def _name(path: str) -> str:
    return re.sub(r"(/__init__)?\.py$", "", path.removeprefix("src/")).replace("/", ".")


def _first(module: Module) -> str:
    return f": {module.docstring.text.splitlines()[0]}" if module.docstring and module.docstring.text else ""


def _page(path: str, module: Module, folder: str) -> str:
    lines = [f"# `{_name(path)}`", ""]
    if module.docstring:
        lines += [_fenced(module.docstring.text), ""]
    for each in module.public:
        lines += _definition(each, posixpath.relpath(path, folder))
    if not module.public:
        lines += ["It defines nothing public.", ""]
    return "\n".join(lines)


def _definition(each: Definition, place: str) -> Iterator[str]:
    yield f"{'###' if '.' in each.name else '##'} `{each.name}`"
    yield ""
    yield _fenced(_head(each), "python")
    yield ""
    if each.docstring is not None:
        yield _fenced(each.docstring.text)
    else:
        yield "Described where it is declared first." if each.inherits else "Not documented."
    yield ""
    yield f"[Line {each.line}]({place}#L{each.line})"
    yield ""


def _head(each: Definition) -> str:
    if each.kind == "class":
        return f"class {each.name}" + (f"({', '.join(each.bases)})" if each.bases else "")
    text = render(each.signature)
    return f"@property\n{text}" if each.kind == "property" else text


def _fenced(text: str, language: str = "text") -> str:
    """A block that shows a text as it is, within a fence that is longer than any in it."""
    longest = max((len(found) for found in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
