"""Words of other languages: `else if`, `function`, `elsif`, `catch`, `throw`, `new`, `var`, types before a name."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of, rewritten

_TABLE = (
    (r"^(\s*)\}?\s*(?:else\s*if|elsif|elseif|elsf|elf)\b", r"\1elif"),
    (r"^(\s*)(?:function|func|fun|fn|define|sub|public|private|static|void|int)\s+(?=\w+\s*\()", r"\1def "),
    (r"^(\s*)(?:public|private|protected|static|final|void|async)\s+(?=def\b|class\b)", r"\1"),
    (r"^(\s*)(?:foreach|for each)\b", r"\1for"),
    (r"^(\s*)(?:until)\b(.*?):", r"\1while not (\2):"),
    (r"^(\s*)(?:var|let|const|int|float|double|string|bool|auto|my|local)\s+(?=\w+\s*(?:=|$))", r"\1"),
    (r"^(\s*)(?:catch|rescue)\b", r"\1except"),
    (r"^(\s*)(?:throw)\b", r"\1raise"),
    (r"^(\s*)(?:switch)\s*\(?(.*?)\)?\s*[:{]", r"\1match \2:"),
    (r"\b(?:var|let|const)\s+(?=[A-Za-z_])", ""),
    (r"\b(List|Dict|Set|Tuple|Optional|list|dict|set|tuple)<([\w, ]+)>", r"\1[\2]"),
    (r"\bnew\s+(?=\w+\s*\()", ""),
    (r"\bthis\.", "self."),
    (r"^(\s*)(if|elif|while|for)\s*\((.*)\)\s*\{?\s*$", r"\1\2 \3:"),
    (r"\s*\{\s*$", ":"),
    (r"^(\s*)\}\s*(?=else|elif|except|finally)", r"\1"),
    (r"^\s*(?:\}|end|fi|done|endif)\s*;?\s*$", ""),
    (r";\s*$", ""),
    (r"\bfor\s+(\w+)\s*:\s*(\w[^:]*):", r"for \1 in \2:"),
    (r"\bfor\s+(\w+)\s*=\s*(\w[^:]*):", r"for \1 in \2:"),
    (r"\bfor\s+(\w+)\s+of\b", r"for \1 in"),
)


@fixer(
    examples=[
        Example(Broken("if x:\n    y()\nelse if z:\n    y()\n"), ["if x:\n    y()\nelif z:\n    y()\n"]),
        Example(Broken("function f(x):\n    return x\n"), ["def f(x):\n    return x\n"]),
        Example(Broken("function = 1\n"), []),
    ]
)
def foreign_word(broken: Broken) -> Iterator[Fix]:
    """The lines near the error, one habit put right at a time."""
    place = place_of(broken.text)
    if place is None:
        return
    for text, _, _ in rewritten(place, _TABLE, place.row_and_before):
        yield Fix(text, 0.4, "Python says this in another word.")
