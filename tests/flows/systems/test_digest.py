import json
from pathlib import Path

from aurora.adapters.webhooks.receive import Receiver
from aurora.flows.systems.digest import Digest


def test_a_digest_reaches_the_file_and_a_receiver(tmp_path: Path) -> None:
    file, receiver = tmp_path / "aurora.toml", Receiver()
    file.write_text(f'[alerts]\nwebhooks = ["{receiver.url}"]\n', "utf-8")
    try:
        assert Digest(file, tmp_path / "state").tell("News", "hub: 1 tasks processed") == ""
        assert json.loads(receiver.taken[0][0])["data"]["text"] == "hub: 1 tasks processed"
    finally:
        receiver.close()
    line = (tmp_path / "state" / "systems" / "hub" / "alerts.jsonl").read_text("utf-8")
    assert json.loads(line)["title"] == "News"


def test_a_receiver_that_does_not_take_it_is_told(tmp_path: Path) -> None:
    receiver = Receiver()
    receiver.close()
    file = tmp_path / "aurora.toml"
    file.write_text(f'[alerts]\nlog = false\nwebhooks = ["{receiver.url}"]\n', "utf-8")
    assert "messages wait" in Digest(file, tmp_path / "state", patience=0.1).tell("News", "hub")
