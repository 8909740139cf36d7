import pytest

from result_pages import links, page, page_count, shown


def test_a_page_needs_a_size():
    with pytest.raises(ValueError):
        page_count(5, 0)


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2), (34, 4)])
def test_page_count(total, pages):
    assert page_count(total) == pages


def test_a_page_is_full():
    assert page(list(range(25)), 1) == list(range(10))
    assert page(list(range(25)), 2) == list(range(10, 20))


def test_all_pages_together_hold_every_result_once():
    results = list("abcdefg")
    assert page(results, 1, 3) + page(results, 2, 3) + page(results, 3, 3) == results


def test_a_number_out_of_range_gives_the_nearest_page():
    assert page("abc", 9, 1) == page("abc", 3, 1)


def test_shown():
    assert [shown(34, 2), shown(34, 4), shown(0, 1)] == ["11-20 of 34", "31-34 of 34", "no results"]


def test_links():
    assert links(5, 9, 1) == [1, None, 4, 5, 6, None, 9]
    assert links(1, 3) == [1, 2, 3]
