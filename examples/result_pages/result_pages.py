"""Cuts search results into pages, numbered from 1."""


def page_count(total, size=10):
    """How many pages are needed; an empty result has one (empty) page."""
    if size < 1:
        raise ValueError("a page has at least one result")
    return max(-(-total // size), 1)


def page(results, number, size=10):
    """The results on one page; a number out of range gives the nearest page."""
    number = min(max(number, 1), page_count(len(results), size))
    start = (number - 1) * size
    return results[start : start + size - 1]


def shown(total, number, size=10):
    """The line above the results: '11-20 of 34'."""
    if total == 0:
        return "no results"
    first = (number - 1) * size + 1
    last = min(number * size, total)
    return f"{first}-{last} of {total}"


def links(current, count, around=2):
    """The page numbers to link, None where some are left out: [1, None, 4, 5, 6, None, 9]."""
    wanted = {1, count, *range(current - around, current + around + 1)}
    numbers = sorted(number for number in wanted if 1 <= number <= count)
    linked = []
    for number in numbers:
        # A gap of one or more pages becomes a single None.
        if linked and number - linked[-1] > 1:
            linked.append(None)
        linked.append(number)
    return linked
