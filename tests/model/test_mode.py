"""What modes are given says in words what it is."""

from dataclasses import fields

from aurora.model.mode import Code, described


def test_every_parameter_of_code_is_described() -> None:
    assert [dict(each.metadata) for each in fields(Code)] == [described("the texts: relative path -> content")]
