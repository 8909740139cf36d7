"""Small programs and the lines at which outside input arrives."""

from aurora.pycode.taint.paths import tainted_paths


def lines(body: str, head: str = "") -> list[int]:
    """The lines of the function, from 1, at which outside input reaches a sink."""
    text = f"import os, re, sys, shlex\nfrom flask import request\n{head}\ndef view(flag, other):\n"
    text += "    x = request.args['x']\n"
    text += "".join(f"    {line}\n" for line in body.splitlines())
    first = text[: text.index("    x = ")].count("\n") + 1
    return [each.sink.line - first for each in tainted_paths({"a.py": text})]
