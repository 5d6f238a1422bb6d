"""Figures for Prometheus: counts, delays and lag; nothing about anybody."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

DELAYS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


class Metrics:
    """All figures of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.received = Counter(
            "piltuvelis_updates_received", "Updates that were kept in the inbox", registry=self.registry
        )
        self.handled = Counter(
            "piltuvelis_updates_handled",
            "Updates worked off: done, retried or set_aside",
            ["result"],
            registry=self.registry,
        )
        self.letters = Counter(
            "piltuvelis_letters",
            "Attempts to send: sent, delayed or failed",
            ["result"],
            registry=self.registry,
        )
        self.latency = Histogram(
            "piltuvelis_answer_seconds",
            "From keeping an update to the end of its transaction",
            buckets=DELAYS_S,
            registry=self.registry,
        )
        self.outbox_lag = Gauge(
            "piltuvelis_outbox_lag_seconds",
            "Age of the letter that waits longest",
            registry=self.registry,
        )
        self.due_lag = Gauge(
            "piltuvelis_due_lag_seconds",
            "For how long what has been due longest, a routine or a reminder, has not been told",
            registry=self.registry,
        )
        self.errors = Counter(
            "piltuvelis_errors", "Unexpected faults, by place", ["place"], registry=self.registry
        )


METRICS = Metrics()
