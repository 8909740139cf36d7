"""Dates and times: calendars, spans, weekdays, durations."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=26,
    probes=(
        Probe(
            prompt="The payment date a number of months after an ISO date; at the end of shorter months the last day.",
            signature="def pay_day(start: str, months: int) -> str",
            asserts=(
                "assert pay_day('2023-01-31', 1) == '2023-02-28'",
                "assert pay_day('2024-01-31', 1) == '2024-02-29'",
                "assert pay_day('2023-11-15', 3) == '2024-02-15'",
                "assert pay_day('2023-05-05', 0) == '2023-05-05'",
            ),
            hidden=(
                "assert pay_day('2023-03-31', -1) == '2023-02-28'",
                "assert pay_day('2023-10-31', 1) == '2023-11-30'",
                "assert pay_day('2020-02-29', 12) == '2021-02-28'",
                "assert pay_day('2023-12-01', 1) == '2024-01-01'",
            ),
        ),
        Probe(
            prompt="How many days from Monday to Friday are there from one ISO date to another, both counted?",
            signature="def office_days(first: str, last: str) -> int",
            asserts=(
                "assert office_days('2024-03-04', '2024-03-08') == 5",
                "assert office_days('2024-03-09', '2024-03-10') == 0",
                "assert office_days('2024-03-08', '2024-03-11') == 2",
                "assert office_days('2024-03-01', '2024-03-31') == 21",
            ),
            hidden=(
                "assert office_days('2024-03-06', '2024-03-06') == 1",
                "assert office_days('2024-02-26', '2024-03-03') == 5",
                "assert office_days('2023-12-30', '2024-01-02') == 2",
                "assert office_days('2024-01-01', '2024-12-31') == 262",
            ),
        ),
        Probe(
            prompt="How old, in full years, is somebody born on one date on another date?",
            signature="def full_years(born: str, day: str) -> int",
            asserts=(
                "assert full_years('2000-06-15', '2020-06-14') == 19",
                "assert full_years('2000-06-15', '2020-06-15') == 20",
                "assert full_years('2000-02-29', '2001-02-28') == 0",
                "assert full_years('1999-12-31', '2000-01-01') == 0",
            ),
            hidden=(
                "assert full_years('1980-01-01', '2024-12-31') == 44",
                "assert full_years('2000-02-29', '2001-03-01') == 1",
                "assert full_years('2010-10-10', '2010-10-10') == 0",
                "assert full_years('1950-07-20', '2024-07-19') == 73",
            ),
        ),
    ),
)
