"""Whether a text is a date in a format like "%m-%d-%Y"."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="valid date text format check string matches pattern",
    examples=[
        Example(("03-11-2000", "%m-%d-%Y"), True),
        Example(("15-01-2012", "%m-%d-%Y"), False),
        Example(("", "%Y"), False),
    ],
    holds=lambda text, form, ret: not ret or bool(text) == bool(form),
)
def is_date_text(text: str, form: str) -> bool:
    """Whether a text is a date in a format like "%m-%d-%Y"."""
    try:
        return bool(datetime.datetime.strptime(text, form).replace(tzinfo=datetime.UTC))
    except ValueError:
        return False
