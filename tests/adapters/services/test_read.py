"""Reading `aurora.toml`."""

from pathlib import Path

import pytest

from aurora.adapters.services.read import find_cycle, read_services
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.service import Check, Condition, Dependency, Ending, Policy, Restart

WHOLE = """
[services.db]
command = "postgres -D data"
port = 5432
ready = "tcp"
restart = "on-failure"
stop = { signal = "INT", grace = 3 }

[services.api]
command = ["python", "-m", "api", "{port}"]
folder = "api"
environment = { MODE = "fast" }
port = 8000
depends_on = ["db", { name = "cache", condition = "started", features = ["search"] }]
critical = true

[services.api.health]
kind = "http"
target = "/health"
fields = { status = "ok" }
interval = 2

[services.cache]
command = "cache"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "aurora.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("", ":1", "names no service"),
        ("[services.a", ":1", "not TOML"),
        ("services = 3", ":1", "names no service"),
        ("[services.a]\nport = 1", ":1", "has no command"),
        ("[services.A]\ncommand = 'x'", ":1", "no name"),
        ("[services]\na = 3", ":2", "not a table"),
        ("[service.a]\ncommand = 'x'", ":1", "unknown table 'service'"),
        ("[services.a]\ncommand = 'x'\ngroup = 'a'", ":3", "called like the service 'a'"),
        ("[services.a]\ncommand = 'x'\n[services.a.limits]\nthreads = 3\nmemory_mb = -1", ":5", "memory_mb is -1"),
        ("[services.a]\ncommand = ''", ":2", "empty"),
        ('[services.a]\ncommand = "x \'y"', ":2", "cannot be split"),
        ("[services.a]\ncommand = 'x'\n\nport = 70000", ":4", "port is 70000"),
        ("[services.a]\ncommand = 'x'\nport = true", ":3", "port is True"),
        ("[services.a]\ncommand = 'x'\ncolour = 1", ":3", "unknown key 'colour'"),
        ("[services.a]\ncommand = 'x'\nhealth = 'tcp'", ":3", "needs a port"),
        ("[services.a]\ncommand = 'x'\nhealth = 'smell roses'", ":3", "asks by 'smell'"),
        ("[services.a]\ncommand = 'x'\nhealth = 'log ['", ":3", "no regular expression"),
        ("[services.a]\ncommand = 'x'\nhealth = 'file'", ":3", "no target"),
        ("[services.a]\ncommand = 'x'\nready = 'notify socket'", ":3", "has the target 'socket'"),
        ("[services.a]\ncommand = 'x'\nhealth = { kind = 'notify', timeout = 0 }", ":3", "must be above 0"),
        ("[services.a]\ncommand = 'x'\nport = 1\n[services.a.health]\nkind='tcp'\nfailures=4", ":4", "4 failures of 3"),
        ("[services.a]\ncommand = 'x'\nrestart = 'often'", ":3", "'often'"),
        ("[services.a]\ncommand = 'x'\nrestart = { factor = 0.5 }", ":3", "factor is 0.5"),
        ("[services.a]\ncommand = 'x'\nrestart = { delay = -1 }", ":3", "-1"),
        ("[services.a]\ncommand = 'x'\nstop = { signal = 'NOPE' }", ":3", "no signal 'NOPE'"),
        ("[services.a]\ncommand = 'x'\nenvironment = { A = 1 }", ":3", "environment"),
        ("[services.a]\ncommand = 'x'\nfeatures = 'one'", ":3", "features"),
        ("[services.a]\ncommand = 'x'\nshared = 1", ":3", "shared is 1"),
        ("[services.a]\ncommand = 'python -m x'\nshared = true", ":3", "cannot be forked"),
        ("[services.a]\ncommand = '{python} -m'\nshared = true", ":3", "cannot be forked"),
        ("[services.a]\ncommand = 'x'\nhold = 'yes'", ":3", "hold is 'yes'"),
        ("[services.a]\ncommand = 'x'\nhold = true", ":3", "hold needs a port"),
        (
            "[services.a]\ncommand = 'x'\nport = 1\nready = 'tcp'\nhold = true",
            ":4",
            "connections are taken at any time",
        ),
        (
            "[services.a]\ncommand = '{python} -m x'\nport = 1\nshared = true\nhold = true",
            ":5",
            "a fork is handed no socket",
        ),
        ("[services.a]\ncommand = 'x'\ndepends_on = ['b']", ":3", "no service 'b'"),
        ("[services.a]\ncommand = 'x'\ndepends_on = [{ condition = 'started' }]", ":3", "no name"),
        ("[services.a]\ncommand = 'x'\ndepends_on = 'b'", ":3", "depends_on"),
        (
            "[services.a]\ncommand = 'x'\ndepends_on = ['b']\n[services.b]\ncommand = 'x'\ndepends_on = ['a']",
            ":3",
            "a cycle: a -> b -> a",
        ),
    ],
)
def test_a_bad_file_is_refused_with_the_line(tmp_path: Path, text: str, where: str, what: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_services(write(tmp_path, text))
    assert caught.value.where.endswith(where)
    assert what in caught.value.sentence


def test_a_missing_or_unreadable_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no service file"):
        read_services(tmp_path / "aurora.toml")
    (tmp_path / "aurora.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_services(tmp_path / "aurora.toml")


def test_services_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    db, api, cache = read_services(write(tmp_path, WHOLE))
    assert db.command == ("postgres", "-D", "data")
    assert (db.ready, db.health) == (Check("tcp"), None)
    assert (db.policy, db.ending) == (Policy(restart=Restart.ON_FAILURE), Ending("INT", 3.0))
    assert api.folder == tmp_path / "api"
    assert api.depends_on == (Dependency("db"), Dependency("cache", Condition.STARTED, ("search",)))
    assert api.health == Check("http", "/health", fields={"status": "ok"}, interval=2.0)
    assert (api.critical, cache.critical, cache.port) == (True, False, 0)


def test_a_cycle_is_found_wherever_it_begins_and_a_diamond_is_none() -> None:
    assert find_cycle({"a": ["b"], "b": ["c"], "c": ["b"]}) == ["b", "c", "b"]
    assert find_cycle({"a": ["a"]}) == ["a", "a"]
    assert find_cycle({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []
