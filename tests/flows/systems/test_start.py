from pathlib import Path

import pytest

from aurora.adapters.process.ports import any_free
from aurora.adapters.services.autonomy import read_autonomy
from aurora.adapters.services.read import read_services
from aurora.adapters.services.shipped import SHIPPED
from aurora.flows.systems.neighbours import USUAL
from aurora.flows.systems.start import SYSTEMS, system
from aurora.model.errors import NotFoundError
from tests.flows.systems.world import World


def test_a_system_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="controller, router"):
        system("dancer", tmp_path / "aurora.toml", tmp_path, luminar=1)


@pytest.mark.parametrize("name", SYSTEMS)
def test_each_system_is_made_with_a_port_of_its_own(world: World, name: str) -> None:
    one = system(name, world.file, world.folder / "state", luminar=1, port=any_free())
    assert one.health()["system"] == name
    one.open()
    one.close()


def test_the_shipped_file_starts_all_of_them_on_their_usual_ports() -> None:
    services = {each.name: each for each in read_services(SHIPPED)}
    assert {name: services[name].port for name in USUAL} == USUAL
    assert {each.name for each in services.values() if each.autonomous} == set(SYSTEMS)
    assert (read_autonomy(SHIPPED).apply, read_autonomy(SHIPPED).repair) == (False, ())
