"""Where services are, for those who need them: a file of each dependant that is true, and a word to who is up."""

from collections import defaultdict
from collections.abc import Mapping

from aurora.adapters.process.instance import Instance
from aurora.adapters.process.notices import Notices
from aurora.adapters.process.records import Record
from aurora.model.service import Service


class Whereabouts:
    """A dependency that is down is where it was last; `known` says where that is, also after the supervisor's death."""

    def __init__(self, notices: Notices, instances: Mapping[str, Instance], known: Mapping[str, Record]) -> None:
        self._notices, self._instances, self._known = notices, instances, known
        self._dependants = defaultdict[str, set[str]](set)

    def told(self, service: Service) -> dict[str, str]:
        """What an instance is told at its start; its file says the same, and what comes after."""
        if not service.depends_on:
            return {}
        ports = self._ports(service)
        self._notices.put_ports(service.name, ports)
        return {"AURORA_PORTS": str(self._notices.ports_file(service.name)), **ports}

    def moved(self, name: str) -> None:
        """A service may be on another port from now on."""
        for each in self._dependants.get(name, ()):
            if each in self._instances:
                self.look(self._instances[each])

    def adopted(self, instance: Instance) -> None:
        """An earlier supervisor started it, and told it nothing as long as it was not ready, whatever its file says."""
        if self._known[instance.service.name].phase != "healthy":
            instance.untold = bool(self._ports(instance.service))
        self.look(instance)

    def look(self, instance: Instance) -> None:
        """Let what the file of an instance says be true, also when it moved while nobody saw it."""
        if instance.service.depends_on:
            ports = self._ports(instance.service)
            instance.untold |= self._notices.put_ports(instance.service.name, ports)
            self.up(instance.service.name)

    def up(self, name: str) -> None:
        """Let an instance know what moved, once it is ready for that: before, a signal might end it."""
        instance = self._instances.get(name)
        if instance and instance.untold and self._known[name].phase == "healthy":
            instance.untold = False
            self._notices.tell_ports(instance, self._ports(instance.service))

    def _ports(self, service: Service) -> dict[str, str]:
        found = {}
        for each in service.depends_on:
            self._dependants[each.name].add(service.name)
            port = self._known.get(each.name, Record(each.name)).port
            if port:
                found[f"{each.name.upper().replace('-', '_')}_PORT"] = str(port)
        return found
