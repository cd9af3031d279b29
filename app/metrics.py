"""What the operator may count. Never a name, a code, a token or a text: not even as a label."""

from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client import REGISTRY, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector


@dataclass(slots=True)
class Tally:
    """A counter of one thread's: every command passes some, and needs no lock for them."""

    count: int = 0

    def add(self, more: int) -> None:
        """Count so many more."""
        self.count += more


EVENTS_STORED = Tally()
ACCEPTED = Tally()
REFUSED = Tally()


class _Tallies(Collector):
    def collect(self) -> Iterator[CounterMetricFamily]:
        stored = CounterMetricFamily("gevinstspil_events_stored", "Events stored")
        stored.add_metric((), EVENTS_STORED.count)
        yield stored
        answered = CounterMetricFamily(
            "gevinstspil_commands", "Commands answered", labels=["result"]
        )
        answered.add_metric(("accepted",), ACCEPTED.count)
        answered.add_metric(("refused",), REFUSED.count)
        yield answered


REGISTRY.register(_Tallies())
COMMITS = Histogram(
    "gevinstspil_commit_seconds",
    "Time to make a group of batches durable",
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2),
)
BATCHES_PER_COMMIT = Histogram(
    "gevinstspil_batches_per_commit",
    "Batches that shared one transaction",
    buckets=(1, 2, 4, 8, 16, 32, 64),
)
STORE_FAILURES = Counter("gevinstspil_store_failures", "Batches that could not be stored")
ROOMS_OPEN = Gauge("gevinstspil_rooms_open", "Games in memory")
CONNECTIONS = Gauge("gevinstspil_connections", "Open sockets", ["kind"])


def exposition() -> bytes:
    """All of it, as Prometheus reads it."""
    return generate_latest(REGISTRY)
