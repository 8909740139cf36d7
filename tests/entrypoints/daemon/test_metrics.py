from prometheus_client.parser import text_string_to_metric_families

from aurora.engines.monitor.forecast import Forecast
from aurora.entrypoints.daemon.metrics import exposition

WEB = {
    "name": "web", "phase": "healthy", "wanted": True, "starts": 3, "failures": 0, "memory_mb": 1.5,
    "cpu_seconds": 0.25, "threads": None, "descriptors": 12, "response_ms": 20.0,
}  # fmt: skip


def test_without_services_it_is_still_an_exposition() -> None:
    found = {each.name for each in text_string_to_metric_families(exposition([], {}, 0))}
    assert "luminar_events" in found


def test_what_was_measured_is_there_in_base_units_and_nothing_else() -> None:
    text = exposition(
        [WEB],
        {
            "memory full": {"web": Forecast(720.0, 540.0, 1_020.0)},
            "threads used up": {"web": Forecast(60.0, 50.0, 70.0)},
        },
        41,
    )
    samples = {
        (each.name, each.labels.get("phase", "")): each.value
        for family in text_string_to_metric_families(text)
        for each in family.samples
    }
    assert samples["luminar_service_memory_bytes", ""] == 1_572_864
    assert samples["luminar_service_starts_total", ""] == 3
    assert samples["luminar_service_response_seconds", ""] == 0.02
    assert samples["luminar_memory_full_seconds", ""] == 720
    assert samples["luminar_threads_used_up_seconds", ""] == 60
    assert samples["luminar_service_descriptors", ""] == 12
    assert samples["luminar_events_total", ""] == 41
    assert (samples["luminar_service_phase", "healthy"], samples["luminar_service_phase", "parked"]) == (1, 0)
    assert ("luminar_service_threads", "") not in samples


def test_a_figure_that_is_not_as_it_was_is_there_while_that_is_news() -> None:
    text = exposition([WEB], {}, 41, {"web": {"memory": {"after": 180.0}, "threads": {"after": 9.0}}})
    found = [
        (each.labels, each.value)
        for family in text_string_to_metric_families(text)
        for each in family.samples
        if each.name == "luminar_service_shifted"
    ]
    assert found == [({"service": "web", "what": "memory"}, 1), ({"service": "web", "what": "threads"}, 1)]
    assert "luminar_service_shifted{" not in exposition([WEB], {}, 41)
