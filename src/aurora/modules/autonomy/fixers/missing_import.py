"""A name of the standard library that is used and not imported: `math.sqrt`, `defaultdict`, `List`, `Path`."""

from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed, with_import
from aurora.pycode.dangling import Lack, dangling
from aurora.pycode.imports import needed_imports


@fixer(
    examples=[
        Example(Broken("x = math.sqrt(2)\n"), ["import math\nx = math.sqrt(2)\n"]),
        Example(
            Broken('"""Words."""\n\nx = defaultdict(int)\n'),
            ['"""Words."""\n\nfrom collections import defaultdict\n\nx = defaultdict(int)\n'],
        ),
        Example(Broken("import math\nx = math.sqrt(2)\n"), []),
        Example(Broken("x = wobble(2)\n"), []),
    ]
)
def missing_import(broken: Broken) -> Iterator[Fix]:
    """The text with the imports that its unresolved names need, all at once."""
    source = parsed(broken.text)
    if source is None or not any(each.lack is Lack.NAME for each in dangling(source)):
        return
    text = broken.text
    for line in needed_imports(broken.text):
        source = parsed(text)
        text = with_import(source, line) if source is not None else text
    if text != broken.text:
        yield Fix(text, 0.2, "A name of the standard library is not imported.")
