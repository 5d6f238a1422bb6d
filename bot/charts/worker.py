"""The process that draws: plots come in, pictures go out, until its input ends.

The drawing library stays here, with its memory and the time it takes; the bot only waits.
"""

import os
import signal
import sys
from typing import BinaryIO

import msgspec

from bot.charts.look import Look, Plot, picture

LENGTH = 4
"""Bytes that say how long the message behind them is."""

LARGEST = 16 * 1024 * 1024
NICENESS = 5
"""Messages come first."""


class Order(msgspec.Struct, array_like=True):
    """What is to be drawn, and in which colours."""

    plot: Plot
    look: Look


def framed(content: bytes) -> bytes:
    """A message with its length before it."""
    return len(content).to_bytes(LENGTH, "big") + content


def serve(source: BinaryIO, drain: BinaryIO) -> None:
    """Answers each order with its picture, or with nothing where it cannot be drawn."""
    decoder = msgspec.msgpack.Decoder(Order)
    while len(head := source.read(LENGTH)) == LENGTH:
        order = decoder.decode(source.read(int.from_bytes(head, "big")))
        try:
            drawn = picture(order.plot, order.look)
        except Exception:
            drawn = b""
        drain.write(framed(drawn))
        drain.flush()


def main() -> None:
    """Ends with whoever started it, whose end of the pipe closes even where they are killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
