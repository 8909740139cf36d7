"""Settings: one frozen value, read from the environment once."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from aurora.model.errors import BadInputError

_SWITCH = {"true": 1, "yes": 1, "on": 1, "false": 0, "no": 0, "off": 0}


def _setting(variable: str, default: Any, words: str, most: float = math.inf) -> Any:
    return field(default=default, metadata={"variable": variable, "words": words, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; each field names its environment variable and says what it does."""

    specs: Path = _setting("AURORA_SPECS", Path("specs"), "folder of the specifications that `aurora run` synthesises")
    examples: Path = _setting("AURORA_EXAMPLES", Path("examples"), "folder of the projects that `aurora run` repairs")
    runs: Path = _setting("AURORA_RUNS", Path("runs"), "folder that receives one folder per run")
    state: Path = _setting(
        "AURORA_STATE", Path("~/.local/state/aurora"), "folder of what Aurora keeps for you: undo snapshots"
    )
    database_url: str = _setting(
        "AURORA_DATABASE_URL",
        "",
        "the database of jobs, events and memory: `postgresql+psycopg://USER@HOST/NAME` or `sqlite:////PATH`; left out,"
        " a SQLite file below AURORA_STATE. `?connect_timeout=SECONDS` is how long a server is waited for, 60 at first",
    )
    bench: Path = _setting("AURORA_BENCH", Path("bench"), "folder of the measurements that levels are computed from")
    services: Path = _setting(
        "AURORA_SERVICES", Path("aurora.toml"), "file of the services that `aurora up` keeps alive"
    )
    luminar_port: int = _setting("AURORA_LUMINAR_PORT", 5025, "loopback port of the supervisor's API")
    systems_key: str = _setting(
        "AURORA_SYSTEMS_KEY", "", "key by which the autonomous systems use the HTTP API, where that asks for one"
    )
    http_names: frozenset[str] = _setting(
        "AURORA_HTTP_NAMES", frozenset(), "names besides localhost that the HTTP API is reached by, with commas"
    )
    http_keys: int = _setting("AURORA_HTTP_KEYS", 0, "1 to ask for a key on the loopback interface too", most=1)
    http_rate: str = _setting(
        "AURORA_HTTP_RATE",
        "200000/minute",
        "requests that one key may make to one route, unless the route says less: `600/minute`, `20/second`",
    )
    http_heavy: int = _setting(
        "AURORA_HTTP_HEAVY", 0, "heavy requests (searches, repairs) answered at one time; 0 means two a core"
    )
    http_body_kb: int = _setting("AURORA_HTTP_BODY_KB", 2048, "KiB that the body of a request may have")
    http_read_seconds: float = _setting(
        "AURORA_HTTP_READ_SECONDS", 20.0, "seconds in which the head, and then the body, of a request must have come"
    )
    http_timeout: float = _setting(
        "AURORA_HTTP_TIMEOUT", 120.0, "seconds in which a request must begin to be answered; longer work is a job"
    )
    http_log: int = _setting("AURORA_HTTP_LOG", 0, "1 to write a line for each request to stderr", most=1)
    http_connections: int = _setting("AURORA_HTTP_CONNECTIONS", 2000, "connections that the HTTP API has at one time")
    key: str = _setting("AURORA_KEY", "", "the key by which a command asks a running server")
    session_hours: float = _setting(
        "AURORA_SESSION_HOURS", 12.0, "hours after which the dashboard asks for a key again"
    )
    live_clients: int = _setting("AURORA_LIVE_CLIENTS", 1000, "clients that may listen on the WebSocket at one time")
    live_heartbeat: float = _setting("AURORA_LIVE_HEARTBEAT", 15.0, "seconds of silence after which a listener is told")
    live_patience: float = _setting(
        "AURORA_LIVE_PATIENCE", 20.0, "seconds after which a listener that does not read is told to resume, and left"
    )
    budget: float = _setting(
        "AURORA_BUDGET", 20.0, "seconds that one function or repair may take, unless told otherwise"
    )
    memory_mb: int = _setting("AURORA_MEMORY_MB", 1024, "MiB that one search may use")
    jobs: int = _setting("AURORA_JOBS", 0, "searches at one time; 0 means one a core")
    slots: int = _setting("AURORA_SLOTS", 100, "jobs that one `aurora jobs work` runs at one time")
    queue_limit: int = _setting("AURORA_QUEUE_LIMIT", 20_000, "jobs that may wait; more are refused at once")
    keep_days: float = _setting(
        "AURORA_KEEP_DAYS", 30.0, "days that ended jobs and their events are kept; 0 keeps them for ever"
    )
    seed: int = _setting(
        "AURORA_SEED", 0, "seed of everything that is drawn by chance; the same seed gives the same code"
    )
    learning: int = _setting(
        "AURORA_LEARNING",
        1,
        "1 to record what is done and to use it, 0 to do every task as if it were the first",
        most=1,
    )
    learning_rate: float = _setting(
        "AURORA_LEARNING_RATE", 0.3, "weight of the newest result in what is learned of a part, 0 to 1", most=1
    )
    bias_decay: float = _setting(
        "AURORA_BIAS_DECAY",
        0.98,
        "what is left of an old bias each time others of its kind are confirmed, 0 to 1",
        most=1,
    )
    exploration: float = _setting(
        "AURORA_EXPLORATION", 0.05, "share of the searches that look where experience does not point, 0 to 1", most=1
    )
    export_enabled: int = _setting(
        "AURORA_EXPORT_ENABLED", 0, "1 to post every new corpus record to AURORA_POST_URL", most=1
    )
    post_url: str = _setting("AURORA_POST_URL", "", "where corpus records are posted, one JSON object a request")
    api_key: str = _setting("AURORA_API_KEY", "", "key that is sent with them, as `Authorization: Bearer`")
    webhooks: frozenset[str] = _setting(
        "AURORA_WEBHOOKS",
        frozenset(),
        "addresses that a server tells of ended jobs and ill components, with commas; Discord's and GitHub's are known",
    )
    webhook_secret: str = _setting("AURORA_WEBHOOK_SECRET", "", "what signs these messages, `X-Aurora-Signature-256`")
    github_token: str = _setting("AURORA_GITHUB_TOKEN", "", "key that is sent to GitHub with them")
    sandbox_without: frozenset[str] = _setting(
        "AURORA_SANDBOX_WITHOUT", frozenset(), "protections of the sandbox that you do without, by name, with commas"
    )

    @property
    def database(self) -> str:
        """The URL of the database."""
        return self.database_url or f"sqlite:///{self.state.expanduser().absolute() / 'aurora.db'}"

    @property
    def supervision(self) -> Path:
        """The folder of what the supervisor keeps."""
        return self.state.expanduser() / "luminar"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in an environment; an unusable value is a `BadInputError` that names its variable."""
        given: dict[str, Any] = {}
        for each in fields(cls):
            text = environment.get(each.metadata["variable"], "")
            if text:
                given[each.name] = _read(each.metadata, text, type(each.default))
        return cls(**given)


def _read(about: Mapping[str, Any], text: str, kind: type) -> object:
    variable, most = about["variable"], about["most"]
    if kind is frozenset:
        return frozenset(name.strip() for name in text.split(",") if name.strip())
    if issubclass(kind, Path | str):
        return kind(text)
    if kind is int and most == 1 and text.lower() in _SWITCH:
        return _SWITCH[text.lower()]
    try:
        value = float(text) if kind is float else int(text)
    except ValueError:
        raise BadInputError(
            f"{text!r} is not a number.", where=variable, next_step="Set it to a number or leave it out."
        ) from None
    if value > most:
        raise BadInputError(f"{text} is more than {most:g}.", where=variable, next_step=f"Set it to {most:g} or less.")
    if value < 0:
        raise BadInputError(f"{text} is negative.", where=variable, next_step="Set it to 0 or more.")
    return value
