from aurora.entrypoints.http.shelf import Shelf


def test_what_was_kept_is_given_until_the_edition_changes() -> None:
    shelf = Shelf()
    assert shelf.get(b"a", 1) is None
    shelf.put(b"a", b"answer", 1)
    assert shelf.get(b"a", 1) == b"answer"
    assert shelf.get(b"a", 2) is None
    assert shelf.get(b"a", 1) is None


def test_an_answer_of_an_old_edition_is_not_kept() -> None:
    shelf = Shelf()
    shelf.get(b"a", 2)
    shelf.put(b"a", b"old", 1)
    assert shelf.get(b"a", 2) is None


def test_the_answer_that_nobody_wanted_for_longest_makes_room() -> None:
    shelf = Shelf(most=2)
    shelf.get(b"", 0)
    for asked in (b"a", b"b"):
        shelf.put(asked, asked, 0)
    assert shelf.get(b"a", 0) == b"a"
    shelf.put(b"c", b"c", 0)
    assert [shelf.get(asked, 0) for asked in (b"a", b"b", b"c")] == [b"a", None, b"c"]


def test_there_is_no_more_than_so_many_bytes() -> None:
    shelf = Shelf(most_bytes=10)
    shelf.get(b"", 0)
    shelf.put(b"long", b"too long for it", 0)
    assert shelf.get(b"long", 0) is None
    shelf.put(b"a", b"12345", 0)
    shelf.put(b"b", b"12345", 0)
    assert (shelf.get(b"a", 0), shelf.get(b"b", 0)) == (None, b"12345")


def test_it_can_be_emptied() -> None:
    shelf = Shelf()
    shelf.get(b"a", 0)
    shelf.put(b"a", b"1", 0)
    shelf.clear()
    assert shelf.get(b"a", 0) is None
