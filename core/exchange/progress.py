"""Telling somebody how far long work is."""

from typing import Protocol


class Progress(Protocol):
    """Told how far the work is: what is being done, and how much of how much."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


def silent(what: str, done: int, total: int) -> None:
    """Tells nobody."""
