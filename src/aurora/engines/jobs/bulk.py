"""Puts many jobs into the queue's own tables with two statements; the queue itself can do that one by one only."""

from collections.abc import Mapping, Sequence
from typing import Any

_OTHER_NAMES = {"app_version": "application_version", "app_id": "application_id"}
_ELSEWHERE = frozenset({"inputs", "shard_key", "created_at", "updated_at"})  # another table, or the database's own


def insert_all(client: Any, transaction: Any, jobs: Sequence[tuple[Mapping[str, Any], Any]]) -> None:
    """Insert jobs, each with its options and its payload, as `client.enqueue_in_transaction` would; no keys."""
    built = [client._build_enqueue_status(dict(options), payload)[1] for options, payload in jobs]
    tables = client._sys_db.tables
    client._sys_db._apply_caller_schema(transaction)
    transaction.execute(tables.workflow_status.insert(), [_row(status) for status in built])
    inputs = [{"workflow_uuid": status["workflow_uuid"], "inputs": status["inputs"]} for status in built]
    transaction.execute(tables.workflow_input.insert(), inputs)


def _row(status: Mapping[str, Any]) -> dict[str, Any]:
    """A status as a row: the same columns for each, so that one statement fits all."""
    named = {_OTHER_NAMES.get(name, name): value for name, value in status.items() if name not in _ELSEWHERE}
    return {**named, "recovery_attempts": 0}
