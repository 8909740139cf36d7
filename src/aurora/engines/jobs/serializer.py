"""How jobs are stored: JSON that people and other versions can read, never pickle."""

import json
from datetime import datetime
from typing import Any

from aurora.model.errors import AuroraError, JobError, told_again

_ERROR, _TIME = "__error__", "__time__"


class JsonSerializer:
    """JSON, an exception as its kind, words and facts, a moment as ISO 8601; anything else is a `TypeError`."""

    def serialize(self, data: Any) -> str:
        """The text of a value."""
        return json.dumps(data, default=_plain, ensure_ascii=False, separators=(",", ":"))

    def deserialize(self, serialized_data: str) -> Any:
        """The value of a text; an error of Aurora's comes back as it was told, another as a `JobError` with its words.

        Errors that were stored without their facts, as they once were, come back as a `JobError` too.
        """
        return json.loads(serialized_data, object_hook=_revived)

    def name(self) -> str:
        """What is stored beside each value."""
        return "aurora_json"


def _plain(value: object) -> object:
    if isinstance(value, AuroraError):
        facts = {"what": value.what, "where": value.where, "next_step": value.next_step}
        return {_ERROR: type(value).__name__, "words": str(value), "facts": facts}
    if isinstance(value, BaseException):
        return {_ERROR: type(value).__name__, "words": str(value)}
    if isinstance(value, datetime):
        return {_TIME: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is not JSON")


def _revived(found: dict[str, Any]) -> Any:
    if _ERROR in found:
        kind, words = found[_ERROR], found["words"]
        if "facts" in found:
            return told_again(kind, **found["facts"])
        return JobError(words if kind.endswith("Error") and words else f"{kind}: {words}")
    return datetime.fromisoformat(found[_TIME]) if _TIME in found else found
