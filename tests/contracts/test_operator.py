import ast
from collections.abc import Iterator

import pytest

from aurora.contracts.operator import Example, Operator, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.pycode.edit import apply


def texts(marked: str, proposals: Iterator[Replacement]) -> list[str]:
    return [apply(Sight(marked).text, proposal.edits) for proposal in proposals]


@pytest.mark.parametrize(
    ("given", "proposed", "law"),
    [
        ("«x»", "(", "every proposal parses"),
        ("«x»", "x", "every proposal changes something"),
    ],
)
def test_a_proposal_that_breaks_a_law_is_found(given: str, proposed: str, law: str) -> None:
    @operator(examples=[Example(Sight(given), [proposed])], prior=0.5)
    def bad(site: Site) -> Iterator[Replacement]:
        yield Replacement((Edit("", 0, 1, proposed),))

    assert [law in failure for failure in bad.failures()] == [True]


def test_an_operator_that_changes_its_mind_is_found() -> None:
    turns: list[int] = []

    def moody(site: Site) -> Iterator[Replacement]:
        turns.append(1)
        yield Replacement((Edit("", 0, 1, str(len(turns))),))

    run: Operator = moody
    part = operator(examples=[Example(Sight("«x»"), ["1"])], prior=0.5)(run)
    assert "same proposals twice" in part.failures()[0]


def test_the_marks_choose_the_node() -> None:
    assert isinstance(Sight("f(«a + b»)").site().node, ast.BinOp)
    assert isinstance(Sight("«f()»").site().node, ast.Call)
    assert isinstance(Sight("«f()»", statement=True).site().node, ast.Expr)
    with pytest.raises(ValueError, match="enclose no node"):
        Sight("f(«a +» b)").site()


@pytest.mark.parametrize(
    ("marked", "code", "expected"),
    [
        ("x = «a» * 2", "b + c", "x = (b + c) * 2"),
        ("f(«a»)", "b + c", "f(b + c)"),
        ("x = «a».y", "b or c", "x = (b or c).y"),
        ("f'{«a»}'", "b", "f'{b}'"),
    ],
)
def test_an_expression_is_put_in_parentheses_where_it_needs_them(marked: str, code: str, expected: str) -> None:
    assert texts(marked, Sight(marked).site().put(code)) == [expected]


def test_a_place_that_cannot_take_the_code_has_no_proposal() -> None:
    assert list(Sight("f'{«a»}'").site().put("'b'")) == []
    assert list(Sight("«x = 1»").site().put("y")) == []


def test_statements_are_put_in_taken_out_and_rewritten_with_their_comments_kept() -> None:
    marked = "if a:\n    «b = 1»  # why\n    c = 2\n"
    site = Sight(marked).site()
    assert isinstance(site.node, ast.stmt)
    assert texts(marked, site.insert(site.node, "d()", "before")) == ["if a:\n    d()\n    b = 1  # why\n    c = 2\n"]
    assert texts(marked, site.insert(site.node, "if d:\n    e()", "after")) == [
        "if a:\n    b = 1  # why\n    if d:\n        e()\n    c = 2\n"
    ]
    assert texts(marked, site.rewrite(site.node, "d = 3")) == ["if a:\n    d = 3  # why\n    c = 2\n"]
    assert texts(marked, site.drop(site.node)) == ["if a:\n    c = 2\n"]


def test_statements_that_share_a_line_are_spread() -> None:
    marked = "if a: «b = 1»; c = 2\n"
    site = Sight(marked).site()
    assert isinstance(site.node, ast.stmt)
    (found,) = texts(marked, site.insert(site.node, "d()", "before"))
    compile(found, "m.py", "exec")
    assert found.index("d()") < found.index("b = 1")


def test_a_site_knows_its_text_and_parent() -> None:
    site = Sight("x = f(«a»)").site()
    assert (site.text, type(site.parent)) == ("a", ast.Call)
    assert texts("x = f(«a»)", iter([site.splice(0, 1, "y")])) == ["y = f(a)"]
