"""Evidence has an order, a proposal is as good as its best sentence, tests are not documented."""

import pytest

from aurora.model.documentation import Evidence, Proposal, Sentence, Undocumented


def test_a_run_is_the_best_evidence_and_a_name_the_least() -> None:
    assert [each.rank for each in (Evidence.NAME, Evidence.DECLARED, Evidence.READ, Evidence.RUN)] == [0, 1, 2, 3]


def test_a_proposal_is_as_good_as_its_best_sentence() -> None:
    said = (Sentence("returns", "`1`", Evidence.READ), Sentence("summary", "One.", Evidence.NAME))
    assert Proposal("a.py", 1, "one", "One.", said).evidence is Evidence.READ


@pytest.mark.parametrize(("asked", "targets"), [((), ("a.py",)), (("test_a.py",), ("test_a.py",))])
def test_tests_are_worked_on_only_when_they_are_asked_for(asked: tuple[str, ...], targets: tuple[str, ...]) -> None:
    files = {"a.py": "", "test_a.py": "", "b_test.py": "", "conftest.py": "", "a.md": ""}
    assert Undocumented(files, asked).targets == targets
