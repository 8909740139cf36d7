"""Component Coordinator: starts components after what they need, keeps one's failure from the others, stops in reverse.

Drill: one of the components that it keeps is broken; it alone is ill, and it alone is healed.
"""

from aurora.components.memory.cache_layer import cache_layer
from aurora.components.safety.recovery_system import recovery_system
from aurora.components.safety.validation_system import validation_system
from aurora.contracts.living import House, Living
from aurora.engines.living.coordinator import Coordinator
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned


@component("C42")
def component_coordinator(house: House) -> Living:
    """A coordinator of some components that need nothing outside the folder of the house."""

    def started() -> Coordinator:
        parts = (validation_system, recovery_system, cache_layer)
        coordinator = Coordinator(parts, house.folder / "kept", house.url)
        coordinator.start()
        return coordinator

    return Owned(Care(started, _wrong, _break, _figures, Coordinator.stop, _healed), house.loan)


def _wrong(coordinator: Coordinator) -> str:
    """Those that could not be started; and of those that it keeps for itself, those that are ill."""
    if "C42" in coordinator.components:  # it keeps this component too, and is not asked by it
        return ", ".join(f"{unit}: {why}" for unit, why in coordinator.failed.items())
    ill = {unit: health.wrong for unit, health in coordinator.health().items() if not health.ok}
    well = len(coordinator.living) - len(ill)
    return f"{', '.join(f'{unit}: {why}' for unit, why in ill.items())}; {well} are well" if ill else ""


def _break(coordinator: Coordinator) -> str:
    return f"C31: {coordinator.living['C31'].harm()}"


def _healed(coordinator: Coordinator) -> Coordinator:
    coordinator.heal()
    return coordinator


def _figures(coordinator: Coordinator) -> dict[str, float]:
    return {"started": len(coordinator.living), "failed": len(coordinator.failed)}
