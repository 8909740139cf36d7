"""What is put into a page is escaped, and what is missing is an error."""

import pytest
from jinja2 import UndefinedError

from aurora.adapters.report.pages import templates


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        templates().from_string("{{ nothing }}").render()


def test_what_is_put_in_is_escaped() -> None:
    assert templates().from_string("{{ it }}").render(it="<script>") == "&lt;script&gt;"
