"""Messages that nobody would write: `python -m tests.core.reading.fuzz [COUNT] [SEED]`, a million by default.

Labelled messages are cut, spliced, repeated and mistyped, mixed with words of the lists and odd characters.
Each must be read without an exception; prints the slowest ones and what they took of their thread's CPU.
"""

import gc
import heapq
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from core.reading import Directory, read
from core.reading.words import LANGUAGES, table
from tests.core.reading.accuracy import labelled
from tests.core.reading.own_names import own_directory

LONGEST_CPU = 0.050
"""Seconds of its thread that a message may take."""
_MESSAGES = Path(__file__).parent / "messages"
_START = datetime(2024, 1, 1)  # noqa: DTZ001 -- local time has no zone here
_ODD: tuple[str, ...] = (
    *"\u200b\u200f\u0301\ufe0f\x00\t\n", *"€£$%°½²٣九", "👍🏽", "🏳️\u200d🌈", "ﬁ", "İ", "ß", "Ǆ", "—", "…",
    "„", "“", "..", "::", "//", "12.05", "10:00", "1e9", "0000000", "99999999999999999999", "12,500.00",
    "2026-02-30", "31.02", "25:61",
)  # fmt: skip


def messages(count: int, seed: int) -> Iterator[str]:
    """As many texts, the same for the same seed; none is longer than 4,096 code points."""
    chance = random.Random(seed)
    texts = [row["text"] for language in ("lt", "en") for row in labelled(_MESSAGES / f"{language}.jsonl")]
    words = _listed_words()
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 4)):
            text = chance.choice(_CHANGES)(text, chance, texts, words)
        yield text[:4096]


def _listed_words() -> list[str]:
    found: list[str] = []
    for language in LANGUAGES:
        for subject in ("phrases", "dates", "numbers", "units"):
            for lists in table(language, subject).values():
                entries = lists.values() if isinstance(lists, dict) else ()
                found += [
                    w for entry in entries if isinstance(entry, list) for w in entry if isinstance(w, str)
                ]
    return found


Change = Callable[[str, random.Random, list[str], list[str]], str]


def _at(text: str, chance: random.Random) -> int:
    return chance.randint(0, len(text))


def _splice(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    other = chance.choice(texts)
    return text[: _at(text, chance)] + chance.choice(("", " ", ", ")) + other[_at(other, chance) :]


def _insert_word(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    at = _at(text, chance)
    return f"{text[:at]} {chance.choice(words)} {text[at:]}"


def _insert_odd(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    at = _at(text, chance)
    return text[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 3, 40)) + text[at:]


def _insert_any(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    at = _at(text, chance)
    letters = (chance.randint(0, 0x10FFFF) for _ in range(chance.randint(1, 8)))
    return text[:at] + "".join(chr(c) for c in letters if not 0xD800 <= c < 0xE000) + text[at:]


def _drop(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    at = _at(text, chance)
    return text[:at] + text[at + chance.randint(1, 6) :]


def _repeat(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    first = _at(text, chance)
    piece = text[first : first + chance.randint(1, 30)]
    return text[:first] + piece * chance.choice((2, 5, 100)) + text[first:]


def _shuffle(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    pieces = text.split()
    chance.shuffle(pieces)
    return " ".join(pieces)


def _only_words(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    return " ".join(chance.choice(words) for _ in range(chance.randint(1, 60)))


def _respell(text: str, chance: random.Random, texts: list[str], words: list[str]) -> str:
    return chance.choice((text.upper(), text.title(), text.swapcase(), text.replace(" ", "")))


_CHANGES: tuple[Change, ...] = (
    _splice, _insert_word, _insert_odd, _insert_any, _drop, _repeat, _shuffle, _only_words, _respell,
)  # fmt: skip


def slowest(count: int, seed: int, *, keep: int = 5) -> list[tuple[float, str]]:
    """Reads that many messages; the slowest with their seconds of CPU, each the best of two readings.

    Raises whatever reading raises, with the text as a note.
    """
    directory = own_directory()
    read("Skambinau Jonui, 12 €. Rang Tom on Friday", _START, directory)
    gc.collect()
    gc.disable()
    found: list[tuple[float, str]] = []
    try:
        for number, text in enumerate(messages(count, seed)):
            now = _START + timedelta(hours=number % 30_000)
            took = _timed(text, now, directory)
            if took > LONGEST_CPU / 5:
                took = min(took, _timed(text, now, directory))
            heapq.heappush(found, (took, text)) if len(found) < keep else heapq.heappushpop(
                found, (took, text)
            )
            if number % 1000 == 999:
                gc.collect()
    finally:
        gc.enable()
    return sorted(found, reverse=True)


def _timed(text: str, now: datetime, directory: Directory) -> float:
    start = time.thread_time()
    try:
        read(text, now, directory)
    except Exception as error:
        error.add_note(f"reading {text!r} at {now}")
        raise
    return time.thread_time() - start


def main() -> None:
    """Reads as many as the command line says and prints the slowest."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for took, text in slowest(count, seed):
        sys.stdout.write(f"{took * 1000:7.1f} ms  {len(text)} code points  {text[:160]!r}\n")
    sys.stdout.write(f"{count} messages read, no exception\n")


if __name__ == "__main__":
    main()
