from door_access import Badge, Door, add_zone, in_hours, may_open, refusals

LAB = Door("lab")
HALL = Door("hall", public=True)
ANN = Badge("ann", frozenset({"lab"}))


def test_hours():
    assert [in_hours(hour) for hour in (6, 7, 18, 19)] == [False, True, True, False]


def test_a_blocked_badge_opens_nothing():
    assert not may_open(Badge("eve", frozenset({"hall"}), blocked=True), HALL, 12)


def test_the_zone_opens_its_door():
    assert may_open(ANN, LAB, 12)
    assert not may_open(Badge("bob"), LAB, 12)


def test_a_public_door_opens_for_all():
    assert may_open(Badge("bob"), HALL, 12)


def test_only_the_night_watch_comes_late():
    assert not may_open(ANN, HALL, 23)
    assert may_open(Badge("joe", frozenset({"hall"}), night=True), HALL, 23)


def test_refusals_keep_the_order():
    assert refusals(Badge("bob"), [LAB, HALL, Door("safe")], 12) == ["lab", "safe"]


def test_a_zone_is_added():
    assert add_zone(ANN, "safe").zones == {"lab", "safe"}
    assert not add_zone(ANN, "safe").night
