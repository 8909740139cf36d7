"""Response Formatter: one result as JSON, as text and as HTML, all telling the same.

Drill: a rendering is registered that raises; it is found, and taken out.
"""

import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

Facts = Mapping[str, object]
JSON = "application/json"
_SAMPLE: Facts = {"title": "a < b & c", "verdict": "verified", "seconds": 0.5}


def _as_json(facts: Facts) -> str:
    return json.dumps(dict(facts), ensure_ascii=False)


def _as_text(facts: Facts) -> str:
    return "\n".join(f"{name}: {value}" for name, value in facts.items())


def _as_html(facts: Facts) -> str:
    rows = (f"<dt>{html.escape(name)}</dt><dd>{html.escape(str(value))}</dd>" for name, value in facts.items())
    return f"<dl>{''.join(rows)}</dl>"


@dataclass(slots=True)
class Renderings:
    """How results are shown, by media type."""

    by_type: dict[str, Callable[[Facts], str]] = field(
        default_factory=lambda: {JSON: _as_json, "text/plain": _as_text, "text/html": _as_html}
    )
    made: int = 0

    def render(self, facts: Facts, media: str) -> str:
        """The result as this type; raises KeyError for one that is not there."""
        text = self.by_type[media](facts)
        self.made += 1
        return text

    def wanted(self, accept: str) -> str:
        """The type that an `Accept` header names first of those that are there; JSON when it names none."""
        named = (each.partition(";")[0].strip().lower() for each in accept.split(","))
        return next((each for each in named if each in self.by_type), JSON)

    def purge(self) -> "Renderings":
        """Take out what cannot render."""
        for media in list(self.by_type):
            if _fault(self, media):
                del self.by_type[media]
        return self


@component("C43")
def response_formatter(_house: House) -> Living:
    """The renderings of a result."""
    return Owned(
        Care(Renderings, _wrong, _break, lambda it: {"types": len(it.by_type), "made": it.made}, mend=Renderings.purge)
    )


def _fault(it: Renderings, media: str) -> str:
    """Every value of the sample must be in every rendering."""
    try:
        text = html.unescape(it.by_type[media](_SAMPLE))
    except Exception as error:  # noqa: BLE001 - whatever a rendering raises
        return f"{media} raises {type(error).__name__}"
    lost = [name for name, value in _SAMPLE.items() if str(value) not in text]
    return f"{media} does not tell {lost[0]}" if lost else ""


def _wrong(it: Renderings) -> str:
    if len(it.by_type) < 3:
        return f"there are only {len(it.by_type)} renderings"
    return next(filter(None, (_fault(it, media) for media in it.by_type)), "")


def _break(it: Renderings) -> str:
    it.by_type["application/xml"] = lambda facts: str(facts["nothing"])
    return "a rendering that raises was registered"
