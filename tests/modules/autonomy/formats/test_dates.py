"""Layouts of dates."""

from datetime import UTC, datetime

from aurora.modules.autonomy.formats.dates import dated, pattern


def test_a_text_that_is_no_date_has_no_layout() -> None:
    assert list(dated("x", ["a", "b"], ["1", "2"])) == []


def test_one_date_tells_too_little() -> None:
    assert list(dated("x", ["2024-01-02"], ["02.01.2024"])) == []


def test_day_and_month_are_told_apart() -> None:
    (form, *_) = dated("x", ["2024-01-12", "2023-12-30"], ["12/01/24", "30/12/23"])
    assert (form.before, form.text) == (
        "moment = datetime.strptime(x, '%Y-%m-%d')",
        "f'{moment:%d}/{moment:%m}/{moment:%y}'",
    )


def test_no_pattern_writes_what_is_not_in_the_date() -> None:
    assert pattern([datetime(2024, 1, 2, tzinfo=UTC), datetime(2023, 4, 5, tzinfo=UTC)], ["soon", "late"]) is None
