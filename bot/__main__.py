"""The `piltuvelis` command, also as `python -m bot`."""

from bot.cli.app import app


def main() -> None:
    """Runs the command line. Exit code 0: done, 1: could not do it, 2: wrong usage."""
    app(prog_name="piltuvelis")


if __name__ == "__main__":
    main()
