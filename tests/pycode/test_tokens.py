import io
import tokenize as reference

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.tokens import Kind, code_tokens, tokenize
from tests.pycode.library import LIBRARY

ODD = st.text(
    alphabet=st.sampled_from("ab_1.0xeEjJ'\"\\\r\n \t\f#()[]{}:=+-*/<>!$?é²\u0301\xa0\ufeff😀\0rRbfF"), max_size=40
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.text) for token in tokenize(text)]


@settings(max_examples=200, deadline=None)
@given(ODD)
def test_every_character_is_covered_exactly_once(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == text
    assert [token.start for token in tokens] == [0, *(token.end for token in tokens)][: len(tokens)]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_cut_off_files_are_covered_too(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(LIBRARY))
    start = data.draw(st.integers(0, len(text)))
    cut = text[start : start + 400]
    assert "".join(token.text for token in tokenize(cut)) == cut


def test_valid_files_give_the_tokens_of_the_standard_tokeniser() -> None:
    layout = {
        reference.NEWLINE,
        reference.NL,
        reference.INDENT,
        reference.DEDENT,
        reference.COMMENT,
        reference.ENDMARKER,
    }
    for text in LIBRARY:
        wanted = [
            (token.string, token.start[0])
            for token in reference.generate_tokens(io.StringIO(text).readline)
            if token.type not in layout
        ]
        assert [(token.text, token.line) for token in code_tokens(text)] == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("$?`!", [("error", "$"), ("error", "?"), ("error", "`"), ("error", "!")]),
        ("\0\xa0²", [("error", "\0"), ("error", "\xa0"), ("error", "²")]),
        ("a²", [("name", "a"), ("error", "²")]),
        ("x\u0301é", [("name", "x\u0301é")]),
        ("a\ufeff", [("name", "a"), ("error", "\ufeff")]),
        ("\ufeff x", [("space", "\ufeff"), ("indent", " "), ("name", "x")]),
        ("\\ \\\r\n\\", [("error", "\\"), ("space", " "), ("continuation", "\\\r\n"), ("error", "\\")]),
        ("\t# a\r\n x", [("indent", "\t"), ("comment", "# a"), ("newline", "\r\n"), ("indent", " "), ("name", "x")]),
        ("if match", [("keyword", "if"), ("space", " "), ("name", "match")]),
        ("0xfg", [("number", "0xf"), ("name", "g")]),
        ("1_0.e-5j.5", [("number", "1_0.e-5j"), ("number", ".5")]),
        ("0b12 0o78", [("number", "0b1"), ("number", "2"), ("space", " "), ("number", "0o7"), ("number", "8")]),
        ("f\"{x['a']}\"'b'", [("string", "f\"{x['a']}\""), ("string", "'b'")]),
        ("''''a'''", [("string", "''''a'''")]),
        ("''x", [("string", "''"), ("name", "x")]),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_operators_are_as_long_as_possible_and_foreign_ones_fall_apart() -> None:
    texts = ["a", "**=", "b", "//", "c", "...", "->", ":=", "&", "&", "d", "+", "+", "<", ">"]
    tokens = tokenize("".join(texts))
    assert [token.text for token in tokens] == texts
    assert {token.kind for token in tokens} == {Kind.NAME, Kind.OPERATOR}


@pytest.mark.parametrize(
    ("text", "token", "prefix", "quote", "unterminated"),
    [
        ("'a\\'b' c", "'a\\'b'", "", "'", False),
        ("Rb'''x'\n''' c", "Rb'''x'\n'''", "Rb", "'''", False),
        ("'a\\\nb'", "'a\\\nb'", "", "'", False),
        ("'a\nb'", "'a", "", "'", True),
        ("f'a\\", "f'a\\", "f", "'", True),
        ('"""a"\nb', '"""a"\nb', "", '"""', True),
        ("'''a\\'''", "'''a\\'''", "", "'''", True),
        ('"', '"', "", '"', True),
    ],
)
def test_strings_know_their_quotes(text: str, token: str, prefix: str, quote: str, unterminated: bool) -> None:
    found = tokenize(text)[0]
    assert (found.text, found.prefix, found.quote, found.unterminated) == (token, prefix, quote, unterminated)


def test_other_tokens_have_no_quotes() -> None:
    found = tokenize("fx")[0]
    assert (found.prefix, found.quote, found.unterminated) == ("", "", False)


def test_lines_are_counted_through_strings_and_continuations() -> None:
    tokens = code_tokens("'''a\r\nb''' + \\\n c\nd")
    assert [(token.text, token.line, token.last_line) for token in tokens[1:]] == [
        ("+", 2, 2),
        ("c", 3, 3),
        ("d", 4, 4),
    ]
    assert (tokens[0].line, tokens[0].last_line) == (1, 2)
    assert tokens[0].span.of("'''a\r\nb''' + ") == "'''a\r\nb'''"


def test_layout_is_not_code() -> None:
    assert [token.kind for token in code_tokens(" # a\n\\\n x")] == [Kind.NAME]
