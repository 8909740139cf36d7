import pytest

from invoice_letter import Invoice, letter, money, subject


@pytest.fixture
def invoice():
    invoice = Invoice("Miller", 17)
    invoice.add("chair", 4999, 2)
    invoice.add("delivery", 500)
    return invoice


def test_sums(invoice):
    assert (invoice.net, invoice.vat, invoice.total) == (10498, 2100, 12598)


def test_counts_may_be_text(invoice):
    invoice.add("nail", 1, "3")
    assert invoice.net == 10501


def test_money():
    assert [money(1234), money(5), money(100)] == ["12.34", "0.05", "1.00"]


def test_subject(invoice):
    assert subject(invoice) == "Invoice 17 for Miller"


def test_letter(invoice):
    assert letter(invoice) == [
        "Invoice 17 for Miller",
        "",
        "2 x chair: 99.98",
        "1 x delivery: 5.00",
        "",
        "VAT: 21.00",
        "Total: 125.98",
    ]
