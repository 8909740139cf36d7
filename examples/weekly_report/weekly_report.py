"""Prints a week of working hours as a text report."""

WIDTH = 24  # of a line, in characters


def total_hours(days):
    """The hours of all days together."""
    return sum(days.values())


def overtime(days, agreed=40):
    """Hours beyond what was agreed, never negative."""
    return max(total_hours(days) - agreed, 0)


def line(label, hours):
    """One line: the label at the left, the hours at the right."""
    number = f"{hours:.1f}"
    dots = "." * (WIDTH - len(label) - len(number)
    return label + dots + number


def bar(hours, per_block=2):
    """A bar of one block for each two hours begun."""
    blocks = -(-hours // per_block)
    return "#" * int(blocks)


def report(name, days):
    """The whole report as lines.

    Days without hours are left out.
    """
    lines = [f"Week of {name}"]
    for day, hours in days.items():
        if hours == 0:
            continue
        lines.append(line(day, hours))
    lines.append(line("Total", total_hours(days)))
    extra = overtime(days)
    if extra:
        # Overtime is shown only when there is some.
        lines.append(line("Overtime", extra))
    return lines
