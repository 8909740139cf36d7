"""Renders the report over a project: `report.html`, which needs nothing else, and Markdown."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from markupsafe import Markup

from aurora.adapters.report.pages import templates
from aurora.adapters.report.svg import sparkline
from aurora.model.finding import Severity
from aurora.model.overview import Overview, Section

MOST = 200  # findings of one mode that are shown


class Overviews:
    """Makes the pages of a report."""

    def html(self, overview: Overview) -> str:
        """One page, for wide and narrow screens, light and dark, and paper."""
        environment = templates()
        environment.filters |= {"figure": figure, "moment": _moment}
        pictures = {name: Markup(sparkline(values, name)) for name, values in overview.trends.items()}
        counts = {str(each): overview.count(each) for each in Severity}
        return environment.get_template("overview.html.j2").render(
            report=overview, counts=counts, pictures=pictures, most=MOST
        )

    def markdown(self, overview: Overview) -> str:
        """The same in Markdown."""
        return "\n".join(_lines(overview)) + "\n"


def figure(value: float) -> str:
    """A number as people read it: whole ones with separators, others with at most four digits behind the point."""
    return f"{int(value):,}" if value == int(value) else f"{value:.4f}".rstrip("0")


def _moment(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%d %B %Y, %H:%M} UTC"


def _lines(report: Overview) -> Iterator[str]:
    yield f"# {_plain(report.project)}"
    yield ""
    yield f"Looked at on {_moment(report.made)}."
    yield from ("", "| figure | now | then |", "|---|---:|---:|")
    then: Mapping[str, tuple[float, float]] = report.difference.figures if report.difference else {}
    for name, value in report.figures.items():
        yield f"| {_plain(name)} | {figure(value)} | {figure(then[name][0]) if name in then else ''} |"
    if report.difference:
        yield from ("", f"## Since {_moment(report.difference.made)}", "")
        yield from (f"- new: {_plain(f'{each.path}: {each.rule} {each.message}')}" for each in report.difference.new)
        yield from (f"- gone: {_plain(each)}" for each in report.difference.gone)
    for section in report.sections:
        yield from _section(section)
    if report.unmeasured:
        yield from ("", "## Not measured", "")
        yield from (f"- {each.unit} {each.name}: {_plain(each.why)}" for each in report.unmeasured)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.unit} {section.name}".replace("  ", " "), "")
    for check in section.evidence:
        told = ": ".join(filter(None, (f"{check.kind}, {check.text}", check.detail)))
        yield f"- {'ok' if check.passed else 'no'}: {_plain(told)}"
    for each in section.findings[:MOST]:
        yield f"- {each.severity} {_plain(f'{each.path}:{each.line} {each.rule}: {each.message}')}"
    if len(section.findings) > MOST:
        yield f"- and {len(section.findings) - MOST} more"


def _plain(text: str) -> str:
    """Text of a user's code, which must not become markup of its own."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
