"""Which knowledge a request touches."""

from aurora.engines.nexus.features import stem, words
from aurora.engines.nexus.topics import Topics

UNITS = {f"K{number}": (f"topic{number}", "") for number in range(10, 60)}
TOPICS = Topics(
    {**UNITS, "K3": ("integers", "gcd, lcm, is_prime, make_one"), "K26": ("dates & times", "is_leap, gcd_day")}
)


def of(text: str) -> list[str]:
    return TOPICS.of(map(stem, words(text)))


def test_contents_are_found_and_rare_words_count_more() -> None:
    assert of("the lcm of two numbers") == ["K3"]
    assert of("the gcd of two integers") == ["K3"]


def test_a_name_is_found() -> None:
    assert of("a function on dates") == ["K26"]


def test_words_of_everyday_touch_nothing() -> None:
    assert of("make it work for all the code") == []
