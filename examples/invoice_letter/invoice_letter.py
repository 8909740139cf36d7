"""Writes invoices as letters; all money is in cents."""

VAT_PERCENT = 20


class Invoice:
    """The positions of one customer's invoice."""

    def __init__(self, customer, number):
        self.customer = customer
        self.number = number
        self.positions = []

    def add(self, text, cents, count=1):
        """Add a position; the count may come from a web form as text."""
        self.positions.append((text, cents, int(count)))

    @property
    def net(self):
        """Sum of all positions."""
        return sum(cents * count for _text, cents, count in self.positions)

    @property
    def vat(self):
        """Value added tax, rounded half up."""
        return (self.net * VAT_PERCENT + 50) // 100

    @property
    def total(self):
        """What is to be paid."""
        return self.net + self.vat


def money(cents):
    """1234 -> '12.34'."""
    return f"{cents // 100}.{cents % 100:02d}"


def subject(invoice):
    """The subject line."""
    # Numbers are counted per year and printed without leading zeros.
    return "Invoice " + invoice.number + " for " + invoice.customer


def letter(invoice):
    """The lines of the letter."""
    lines = [subject(invoice), ""]
    for text, cents, count in invoice.positions:
        lines.append(f"{count} x {text}: {money(cents * count)}")
    lines.append("")
    lines.append(f"VAT: {money(invoice.vat)}")
    lines.append(f"Total: {money(invoice.total)}")
    return lines
