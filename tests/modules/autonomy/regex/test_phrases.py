import pytest

from aurora.modules.autonomy.regex.condensing import condensed
from aurora.modules.autonomy.regex.lexicon import items
from aurora.modules.autonomy.regex.phrases import Clause, Reader
from aurora.modules.autonomy.regex.printing import pattern


def said(words: str) -> list[str]:
    return [shown(clause) for clause in Reader(condensed(items(words))).clauses()]


def shown(clause: Clause) -> str:
    if clause.size:
        return f"size {clause.size[0]}..{clause.size[1]}"
    pieces = " ".join(("or " if piece.joint == "or" else "") + pattern(piece.node) for piece in clause.pieces)
    return ("not " if clause.negative else "") + f"{clause.verb}: {pieces}"


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("nothing of interest here", []),
        ("starts with a letter", ["start: [A-Za-z]"]),
        ("does not start with a letter", ["not start: [A-Za-z]"]),
        ("cannot start with 'j' or contain a 'g'", ["not start: j", "not contain: g"]),
        ("2 to 4 capitals followed by an optional digit", ["bare: [A-Z]{2,4} [0-9]?"]),
        ("an optional 3 digits", ["bare: (?:[0-9]{3})?"]),
        ("two digits or three letters", ["bare: [0-9]{2} or [A-Za-z]{3}"]),
        ("3 or more letters or digits", ["bare: [A-Za-z0-9]{3,}"]),
        ("a letter other than 'J'", ["bare: [a-zA-IK-Z]"]),
        ("4 characters that are not capital", ["bare: [^A-Z]{4}"]),
        ("2 letters, a dash, 3 digits", ["bare: [A-Za-z]{2} - [0-9]{3}"]),
        ("may use letters, digits and 'x'", ["allow: [A-Za-z0-9]+"]),
        ("the letter b three times", ["bare: b{3}"]),
        ("between 5 and 9 characters long", ["size 5..9"]),
        ("must end with any 2 letters except 'aa'", ["end: [A-Za-z]{2}", "not end: aa"]),
        ("the first two characters cannot be digits", ["ord_start: [^0-9]{2}"]),
        ("there cannot be two '0's to start the string", ["not start: 0{2}"]),
        ("contains two digits and no capitals", ["contain: [0-9]{2}", "not contain: [A-Z]+"]),
        ("'77' must be present somewhere", ["contain: 77"]),
    ],
)
def test_descriptions_are_read_into_clauses(words: str, clauses: list[str]) -> None:
    assert said(words) == clauses


def test_a_verb_is_said_of_the_subject_before_it() -> None:
    clause = Reader(condensed(items("Dots are allowed only before digits."))).clauses()[0]
    assert clause.verb == "before"
    assert [pattern(piece.unit) for piece in clause.subject] == [r"\."]
    assert [pattern(piece.unit) for piece in clause.pieces] == ["[0-9]"]


def test_a_denial_ends_with_its_sentence() -> None:
    assert said("there is no maximum. Contains digits") == ["contain: [0-9]+"]
