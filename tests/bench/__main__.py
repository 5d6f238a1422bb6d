"""`python -m tests.bench [--quick | --full] [--only a,c]` and `python -m tests.bench profile`."""

import argparse
import asyncio
import sys

from tests.bench import profiling
from tests.bench.parts import DEFAULT, FULL, QUICK
from tests.bench.run import LETTERS, run


def main() -> int:
    """Measures, prints the table and writes the figures; 1 where something could not be measured."""
    wanted = _arguments()
    size = QUICK if wanted.quick else FULL if wanted.full else DEFAULT
    if wanted.what == "profile":
        asyncio.run(profiling.run(size))
        return 0
    return asyncio.run(run(size, wanted.only))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("what", nargs="?", choices=["measure", "profile"], default="measure")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="less of everything, under a minute")
    length.add_argument("--full", action="store_true", help="1,000,000 contacts, 10,000 messages; long")
    parser.add_argument("--only", type=_letters, default=LETTERS, metavar="a,c", help=f"of {LETTERS}")
    return parser.parse_args()


def _letters(given: str) -> str:
    found = "".join(sorted(set(given.replace(",", "").replace(" ", ""))))
    if not found or set(found) - set(LETTERS):
        raise argparse.ArgumentTypeError(f"{given!r}; expected some of {', '.join(LETTERS)}")
    return found


if __name__ == "__main__":
    sys.exit(main())
