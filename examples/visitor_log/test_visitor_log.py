from visitor_log import busiest_hour, read_line, read_log, regulars

FRONT = ["# Monday", "08:15 Ann Smith", "08:40 Bob Ray", "", "17:05 Ann Smith"]
BACK = ["07:55 Cleo Park", "12:30 Bob Ray"]


def test_a_line():
    assert read_line("08:15 Ann Smith\n") == (495, "Ann Smith")


def test_each_entrance_has_its_own_log():
    front = read_log(FRONT)
    back = read_log(BACK)
    assert [name for _, name in front] == ["Ann Smith", "Bob Ray", "Ann Smith"]
    assert [name for _, name in back] == ["Cleo Park", "Bob Ray"]


def test_a_log_is_continued_when_it_is_given():
    log = read_log(BACK, read_log(FRONT, []))
    assert len(log) == 5


def test_a_given_log_that_is_empty_is_filled():
    log = []
    assert read_log(BACK, log) is log
    assert len(log) == 2


def test_busiest_hour():
    assert busiest_hour([(495, "a"), (520, "b"), (1025, "a")]) == 8
    assert busiest_hour([(1025, "a"), (495, "b")]) == 8
    assert busiest_hour([]) is None


def test_regulars_over_all_logs():
    assert regulars([(1, "a"), (2, "b")], [(3, "a")]) == ["a"]
