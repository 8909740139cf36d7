from pathlib import Path

import pytest

from aurora.adapters.services.autonomy import PROCESSES, read_alerts, read_autonomy, read_journal
from aurora.adapters.services.shipped import SHIPPED
from aurora.model.autonomy import Alerts, Autonomy, Rule
from aurora.model.errors import BadInputError
from aurora.model.service import JOURNAL, LogRule


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "aurora.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[autonomy", "not TOML"),
        ("autonomy = 1", "a table of"),
        ("[autonomy]\ndance = 1", "unknown key 'dance'"),
        ("[autonomy]\napply = 1", "apply is 1"),
        ("[autonomy]\nwatch = 'shop'", "a list of texts"),
        ("[autonomy]\npause = 'soon'", "30 min"),
        ("[autonomy]\npause = -1", "0 or more"),
        ("[autonomy.processes]\ndance = '1 h'", "unknown key 'dance'"),
        ("[autonomy]\nrules = 1", "tables"),
        ("[[autonomy.rules]]\nwhen = 'x'\ndo = 'dance'", "restart, analyze, repair, note"),
        ("[[autonomy.rules]]\ndo = 'note'", "heal.escalated"),
    ],
)
def test_a_policy_that_cannot_be_used_is_refused(file: Path, text: str, words: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(BadInputError, match=words):
        read_autonomy(file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[alerts]\nwebhooks = 'http://a'", "a list of texts"),
        ("[alerts]\nwebhooks = ['ftp://a']", "no address"),
        ("[alerts]\nleast = 'all'", "warning, critical"),
        ("[alerts]\nremind = true", "remind is True"),
        ("[alerts]\nhold = -1", "0 or more"),
        ("[alerts]\nhold = inf", "at most"),
        ("[alerts]\nhold = nan", "at most"),
    ],
)
def test_alerts_that_cannot_be_sent_are_refused(file: Path, text: str, words: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(BadInputError, match=words):
        read_alerts(file)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[autonomy]\n\npause = 'soon'", 3),
        ("[autonomy]\napply = false\n[autonomy.processes]\nbackup = '1 h'\ndance = '1 h'", 5),
        ("[[autonomy.rules]]\nwhen = 'x'\ndo = 'note'\n[[autonomy.rules]]\nwhen = 'x'\ndo = 'dance'", 6),
        ("[[autonomy.rules]]\nwhen = 'x'\ndo = 'note'\nwho = 'me'", 4),
        ("[autonomy", 1),
    ],
)
def test_a_bad_policy_is_refused_with_its_line(file: Path, text: str, line: int) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(BadInputError) as caught:
        read_autonomy(file)
    assert caught.value.where == f"{file}:{line}"


def test_without_a_table_nothing_is_changed_and_the_log_is_told(file: Path) -> None:
    file.write_text("", "utf-8")
    assert (read_autonomy(file), read_alerts(file)) == (Autonomy(), Alerts())
    assert Autonomy().apply is False


def test_what_a_user_says_holds(file: Path) -> None:
    file.write_text(
        '[autonomy]\nwatch = ["shop"]\npause = "1.5 min"\n[autonomy.processes]\nbackup = "2 d"\nnotify = 0\n'
        '[[autonomy.rules]]\nwhen = "service.*"\ndo = "note"\n[alerts]\nremind = "1 h"\nhold = 90\n',
        "utf-8",
    )
    found = read_autonomy(file)
    assert (found.watch, found.pause, dict(found.processes)) == (
        (file.parent / "shop",),
        90.0,
        {"backup": 172_800.0, "notify": 0.0},
    )
    assert found.rules == (Rule("service.*", "note"),)
    assert (read_alerts(file).remind, read_alerts(file).hold) == (3_600.0, 90.0)


def test_the_shipped_file_names_every_process_and_only_offers() -> None:
    found = read_autonomy(SHIPPED)
    assert (tuple(found.processes), found.apply, found.watch) == (PROCESSES, False, ())
    assert read_alerts(SHIPPED) == Alerts()


def test_what_is_not_said_of_the_journal_is_as_usual_and_what_cannot_be_used_is_refused(file: Path) -> None:
    file.write_text("", "utf-8")
    assert read_journal(file) == JOURNAL
    file.write_text("[journal]\nsize_mb = 1\nevery = 2", "utf-8")
    assert read_journal(file) == LogRule(size_mb=1.0, files=JOURNAL.files, days=JOURNAL.days, every=2.0)
    file.write_text("[journal]\nsize = 1", "utf-8")
    with pytest.raises(BadInputError, match="unknown key 'size'"):
        read_journal(file)
