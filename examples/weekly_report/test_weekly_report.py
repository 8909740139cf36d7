from weekly_report import WIDTH, bar, line, overtime, report


def test_a_line_fills_the_width():
    assert line("Mon", 8) == "Mon" + "." * 18 + "8.0"
    assert len(line("Wednesday", 10.5)) == WIDTH


def test_overtime_is_never_negative():
    assert overtime({"Mon": 8}) == 0
    assert overtime({"Mon": 30, "Tue": 15}) == 5


def test_bars_round_up():
    assert [bar(hours) for hours in (0, 1, 2, 7.5)] == ["", "#", "#", "####"]


def test_days_without_hours_are_left_out():
    lines = report("Kim", {"Mon": 8, "Tue": 0, "Wed": 4})
    assert [text.partition(".")[0] for text in lines] == ["Week of Kim", "Mon", "Wed", "Total"]


def test_overtime_has_its_own_line():
    assert report("Kim", {"Mon": 41})[-1].startswith("Overtime")
