"""Writes docstrings: sentences about a definition from its head and body, laid out in a style."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from aurora.model.documentation import Evidence, Sentence, Shown, Style
from aurora.pycode.docstrings.definitions import Definition
from aurora.pycode.names import split_words
from aurora.pycode.signature import Parameter, ParameterKind

_WIDTH = 88
_HEAD = 72  # characters of a result that the first line tells
_ONLY_NAME, _ONLY_TYPE = "its name is all that is known", "its type is all that is known"
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {"parameter": "Args", "attribute": "Attributes", "returns": "Returns", "yields": "Yields", "raises": "Raises"}
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {"parameter": "param", "attribute": "ivar", "returns": "returns", "yields": "yields", "raises": "raises"}
)


def sentences(each: Definition, shown: Sequence[Shown] = ()) -> tuple[Sentence, ...]:
    """All that can be said of a definition, each sentence with how it is known; nothing is guessed."""
    summary, notes, results = _summed_up(each, tuple(_notes(each)), tuple(_results(each)))
    return (summary, *notes, *_parameters(each), *_attributes(each), *results, *_raises(each),
            *(_example(one) for one in shown))  # fmt: skip


def _summed_up(
    each: Definition, notes: tuple[Sentence, ...], results: tuple[Sentence, ...]
) -> tuple[Sentence, tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The first line, and what is left to say below it: what is given, else the first note, else the name in words."""
    told = next((one for one in results if one.text), None)
    if told is not None and len(told.text) <= _HEAD:
        verb = "Yield" if told.kind == "yields" else "Return"
        return Sentence("summary", f"{verb} {told.text}.", told.evidence), notes, ()
    if notes:
        return replace(notes[0], kind="summary"), notes[1:], results
    words = " ".join(split_words(each.short)) or each.short
    return Sentence("summary", f"{words[:1].upper()}{words[1:]}.", Evidence.NAME), notes, results


def lay_out(said: Sequence[Sentence], style: Style, indent: int = 4) -> str:
    """The sentences as a docstring, without quotes and not indented; `indent` is that of the code it will stand in."""
    width = _WIDTH - indent
    head = [_marked(each.text, style) for each in said if each.kind == "summary"]
    notes = " ".join(each.text for each in said if each.kind == "note")
    blocks = ["\n".join(head), *([textwrap.fill(_marked(notes, style), width)] if notes else [])]
    blocks += _fields(said, width) if style is Style.REST else list(_sections(said, style, width))
    examples = [each.text for each in said if each.kind == "example"]
    if examples:
        blocks.append(_examples(examples, style))
    return "\n\n".join(blocks)


def _notes(each: Definition) -> Iterator[Sentence]:
    if each.signature.is_async:
        yield Sentence("note", "A coroutine.", Evidence.DECLARED)
    if each.kind == "class" and each.bases:
        yield Sentence("note", f"A kind of {', '.join(f'`{base}`' for base in each.bases)}.", Evidence.DECLARED)
    if each.kind == "class":
        return
    if each.body.generates:
        yield Sentence("note", "A generator.", Evidence.READ)
    if each.body.sets:
        yield Sentence("note", f"Sets {', '.join(f'`{name}`' for name in each.body.sets)}.", Evidence.READ)
    for text in each.body.notes:
        yield Sentence("note", text, Evidence.READ)


def _parameters(each: Definition) -> list[Sentence]:
    """All parameters, when more than its name and type is known of one of them; else none."""
    if each.kind == "property":
        return []
    found = [_parameter(given, each) for given in each.signature.parameters]
    return found if any(one.text not in ("", _ONLY_NAME, _ONLY_TYPE) for one in found) else []


def _parameter(given: Parameter, each: Definition) -> Sentence:
    read, declared = [], []
    if given.kind in (ParameterKind.VARIADIC, ParameterKind.KEYWORDS):
        declared.append("any number" if given.kind is ParameterKind.VARIADIC else "any keywords")
    if given.default:
        declared.append(f"`{given.default}` if left out")
    if given.name in each.body.stands:
        read.append(f"None stands for `{each.body.stands[given.name]}`")
    if given.name in each.body.changes:
        read.append("changed in place")
    known = declared or given.annotation
    text = "; ".join([*declared, *read]) or (_ONLY_TYPE if given.annotation else _ONLY_NAME)
    evidence = Evidence.READ if read else Evidence.DECLARED if known else Evidence.NAME
    return Sentence("parameter", text, evidence, _starred(given), given.annotation)


def _starred(given: Parameter) -> str:
    stars = {ParameterKind.VARIADIC: "*", ParameterKind.KEYWORDS: "**"}.get(given.kind, "")
    return stars + given.name


def _attributes(each: Definition) -> Iterator[Sentence]:
    for given in each.attributes if each.kind == "class" else ():
        text = f"`{given.default}` if left out" if given.default and given.annotation else ""
        text = text or (f"`{given.default}`" if given.default else "")
        yield Sentence("attribute", text, Evidence.DECLARED, given.name, given.annotation)


def _results(each: Definition) -> Iterator[Sentence]:
    if each.kind == "class":
        return
    body, declared = each.body, each.signature.returns
    kind = "yields" if body.generates else "returns"
    texts = body.yields if body.generates else body.returns
    told = "the object itself" if texts == ("self",) else _either([f"`{text}`" for text in texts])
    if told and not body.generates and body.falls:
        told += ", else None"
    if told:
        yield Sentence(kind, told, Evidence.READ, type=declared)
    elif declared not in ("", "None", "NoReturn", "Never") and (body.values or body.generates or body.stub):
        yield Sentence(kind, "", Evidence.DECLARED, type=declared)


def _either(texts: Sequence[str]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} or {texts[-1]}"


def _raises(each: Definition) -> Iterator[Sentence]:
    kinds: dict[str, list[str]] = {}
    for found in each.body.raises:
        kinds.setdefault(found.type, []).append(found.condition)
    for kind, conditions in kinds.items():
        whole = conditions if all(conditions) else []
        yield Sentence("raises", _either(whole), Evidence.READ, about=kind)


def _example(shown: Shown) -> Sentence:
    if shown.raised:
        last = f"{shown.raised}: {shown.message}" if shown.message else shown.raised
        text = f">>> {shown.call}\nTraceback (most recent call last):\n{last}"
    else:
        text = f">>> {shown.call}" + (f"\n{shown.answer}" if shown.answer != "None" else "")
    return Sentence("example", text, Evidence.RUN)


def _marked(text: str, style: Style) -> str:
    return text.replace("`", "``") if style is Style.REST else text


def _fields(said: Sequence[Sentence], width: int) -> list[str]:
    """reST: `:param int n: text`."""
    lines: list[str] = []
    for kind, word in _FIELDS.items():
        for each in (one for one in said if one.kind == kind):
            text = _marked(_capital(each), Style.REST)
            about = each.about.replace("*", "\\*")
            plain = each.type if " " not in each.type else ""
            typed = f" {plain}" if plain and kind == "parameter" else ""
            head = f":{word}{typed}{f' {about}' if about else ''}:"
            lines.append(textwrap.fill(f"{head} {text}".rstrip(), width, subsequent_indent="    "))
            if each.type and not typed and kind in ("parameter", "returns", "attribute"):
                lines.append(f":rtype: {each.type}" if kind == "returns" else f":type {about}: {each.type}")
    return ["\n".join(lines)] if lines else []


def _sections(said: Sequence[Sentence], style: Style, width: int) -> Iterator[str]:
    for kind, heading in _HEADINGS.items():
        entries = [each for each in said if each.kind == kind]
        if entries and style is Style.GOOGLE:
            yield "\n".join([f"{heading}:", *(_google(each, width) for each in entries)])
        elif entries:
            title = "Parameters" if kind == "parameter" else heading
            yield "\n".join([title, "-" * len(title), *(_numpy(each, width) for each in entries)])


def _google(each: Sentence, width: int) -> str:
    head = f"{each.about} ({each.type})" if each.about and each.type else each.about or each.type
    text = _capital(each)
    whole = f"{head}: {text}" if head and text else f"{head}:" if each.about else head or text
    return textwrap.fill(whole, width, initial_indent="    ", subsequent_indent="        ")


def _numpy(each: Sentence, width: int) -> str:
    head = f"{each.about} : {each.type}" if each.about and each.type else each.about or each.type
    text = _capital(each)
    rest = [textwrap.fill(text, width, initial_indent="    ", subsequent_indent="    ")] if text else []
    return "\n".join([head, *rest]) if head else text


def _capital(each: Sentence) -> str:
    text = f"{each.text}." if each.text else ""
    return f"{text[:1].upper()}{text[1:]}"


def _examples(texts: Sequence[str], style: Style) -> str:
    text = "\n".join(texts)
    if style is Style.REST:
        return text
    return f"Examples\n--------\n{text}" if style is Style.NUMPY else f"Examples:\n{textwrap.indent(text, '    ')}"
