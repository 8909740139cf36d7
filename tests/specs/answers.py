"""A right answer to each function of `specs/`, written by hand: shows that the examples and conditions can be met."""

import calendar
from datetime import date as day
from datetime import timedelta
from itertools import accumulate, groupby, pairwise


def discounted(cents: int, percent: int) -> int:
    return cents * (100 - percent) // 100


def change_due(paid: int, price: int) -> int:
    return max(paid - price, 0)


def split_bill(total: int, people: int) -> list[int]:
    share, rest = divmod(total, people)
    return [share + (number < rest) for number in range(people)]


def to_fahrenheit(celsius: float) -> float:
    return celsius * 9 / 5 + 32


def fuel_use(litres: float, kilometres: float) -> float:
    return round(100 * litres / kilometres, 1)


def trimmed_mean(values: list[int]) -> float:
    return (sum(values) - min(values) - max(values)) / (len(values) - 2)


def digit_total(number: int) -> int:
    return sum(int(digit) for digit in str(number))


def round_up_to(number: int, step: int) -> int:
    return -(-number // step) * step


def divisors(number: int) -> list[int]:
    return [d for d in range(1, number + 1) if number % d == 0]


def squeeze_spaces(text: str) -> str:
    return " ".join(text.split())


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


def mask(number: str) -> str:
    return "*" * (len(number) - 4) + number[-4:]


def longest_word(text: str) -> str:
    return max(text.split(), key=len)


def long_words(text: str, size: int) -> list[str]:
    return [word for word in text.split() if len(word) >= size]


def word_counts(text: str) -> dict[str, int]:
    words = text.lower().split()
    return {word: words.count(word) for word in words}


def extension(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def hyphenated(title: str) -> str:
    return "-".join(title.lower().split())


def numbered(name: str, number: int) -> str:
    return f"{name}-{number:03d}"


def without_repeats(items: list[int]) -> list[int]:
    return list(dict.fromkeys(items))


def rotate_left(items: list[int], places: int) -> list[int]:
    return items[places % len(items) :] + items[: places % len(items)] if items else []


def running_total(numbers: list[int]) -> list[int]:
    return list(accumulate(numbers))


def gaps(numbers: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(numbers)]


def podium(scores: list[int]) -> list[int]:
    return sorted(scores, reverse=True)[:3]


def above_average(scores: list[int]) -> list[int]:
    return [score for score in scores if score > sum(scores) / len(scores)]


def grade(points: int) -> str:
    return "A" if points >= 90 else "B" if points >= 75 else "C" if points >= 50 else "F"


def low_stock(stock: dict[str, int], limit: int) -> list[str]:
    return sorted(name for name, count in stock.items() if count < limit)


def stock_value(stock: dict[str, int], prices: dict[str, int]) -> int:
    return sum(count * prices[name] for name, count in stock.items())


def merged(first: dict[str, int], second: dict[str, int]) -> dict[str, int]:
    return {name: first.get(name, 0) + second.get(name, 0) for name in {**first, **second}}


def age_of(people: list[tuple[str, int]]) -> dict[str, int]:
    return dict(people)


def adults(people: list[tuple[str, int]]) -> list[str]:
    return sorted(name for name, age in people if age >= 18)


def by_initial(names: list[str]) -> dict[str, list[str]]:
    return {name[0]: [other for other in names if other[0] == name[0]] for name in names}


def days_between(start: str, end: str) -> int:
    return abs((day.fromisoformat(end) - day.fromisoformat(start)).days)


def add_days(date: str, days: int) -> str:
    return (day.fromisoformat(date) + timedelta(days=days)).isoformat()


def is_weekend(date: str) -> bool:
    return day.fromisoformat(date).weekday() >= 5


def month_end(date: str) -> str:
    year, month = int(date[:4]), int(date[5:7])
    return f"{date[:8]}{calendar.monthrange(year, month)[1]}"


def to_minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def to_clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def worked_minutes(start: str, end: str) -> int:
    return (to_minutes(end) - to_minutes(start)) % 1440


def shift_letters(text: str, places: int) -> str:
    moved = (chr((ord(c) - 97 + places) % 26 + 97) if "a" <= c <= "z" else c for c in text)
    return "".join(moved)


def check_digit(code: str) -> int:
    return -sum(map(int, code)) % 10


def runs(text: str) -> list[tuple[str, int]]:
    return [(letter, len(list(group))) for letter, group in groupby(text)]


def column_totals(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def turned(rows: list[list[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*rows[::-1], strict=True)]


def best_row(rows: list[list[int]]) -> int:
    return max(range(len(rows)), key=lambda number: sum(rows[number]))


def parse_settings(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split(";") if pair)


def is_enabled(value: str) -> bool:
    return value.strip().lower() in ("yes", "on", "true")


def with_defaults(settings: dict[str, str], defaults: dict[str, str]) -> dict[str, str]:
    return {**defaults, **settings}
