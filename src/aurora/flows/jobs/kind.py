"""What a kind of job is: its fields, and the flow that does it step by step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Json

_KINDS: Mapping[type, tuple[type, ...]] = {
    str: (str,),
    Path: (str,),
    float: (int, float),
    bool: (bool,),
    tuple: (list, tuple),
    dict: (dict,),
}
_WORDS: Mapping[type, str] = {
    str: "text",
    Path: "a path",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    dict: "an object",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a payload; without a default it must be given."""

    kind: type  # str, Path, float, bool, tuple for a list of texts, or dict for an object
    words: str
    default: Any = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of job: `do` is given every field, in its own type, and answers with JSON."""

    words: str
    fields: Mapping[str, Field]
    do: Callable[[Tools, Journal, Mapping[str, Any]], Json]

    def prepared(self, payload: Mapping[str, Json], where: str) -> dict[str, Json]:
        """The payload as it is stored: checked, with absolute paths. Raises `BadInputError` that names the field."""
        for name in payload:
            if name not in self.fields:
                raise BadInputError(
                    f"there is no field {name!r}.", where=where, next_step=f"Fields are: {', '.join(self.fields)}."
                )
        return {name: _checked(name, self.fields[name], value, where) for name, value in payload.items()} | {
            name: _missing(name, where) for name, field in self.fields.items() if field.required and name not in payload
        }

    def given(self, payload: Json, where: str) -> Mapping[str, Any]:
        """Every field in its own type, defaults filled in."""
        stored = self.prepared(payload if isinstance(payload, dict) else {}, where)
        return {name: _typed(field, stored.get(name)) for name, field in self.fields.items()}


def _checked(name: str, field: Field, value: Json, where: str) -> Json:
    if not isinstance(value, _KINDS[field.kind]) or (field.kind is float and isinstance(value, bool)):
        raise BadInputError(f"{name} is {value!r}, not {_WORDS[field.kind]}.", where=where, next_step=field.words)
    return str(Path(str(value)).expanduser().absolute()) if field.kind is Path else value


def _missing(name: str, where: str) -> Json:
    raise BadInputError(f"{name} is missing.", where=where, next_step=f"Give it as {name}=VALUE.")


def _typed(field: Field, value: Json) -> Any:
    if value is None:
        return field.default
    return tuple(value) if isinstance(value, list) else field.kind(value)


PATH = Field(Path, "a file or the folder of a project", required=True)
BUDGET = Field(float, "seconds that one search may take", None)
