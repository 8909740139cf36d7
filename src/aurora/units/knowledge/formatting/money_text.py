"""An amount as text with a currency sign before it, commas between thousands and two decimals."""

from aurora.contracts.component import Example, component


@component(
    words="currency dollars price format amount accounting",
    examples=[Example((1234.5, "$"), "$1,234.50"), Example((-2.0, "€"), "-€2.00"), Example((0.0, "$"), "$0.00")],
    holds=lambda _amount, sign, ret: sign in ret and ret[-3] == ".",
)
def money_text(amount: float, sign: str) -> str:
    """An amount as text with a currency sign before it, commas between thousands and two decimals."""
    return f"{'-' if amount < 0 else ''}{sign}{abs(amount):,.2f}"
