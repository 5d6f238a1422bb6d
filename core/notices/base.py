"""What every notice is."""

import msgspec


class Notice(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Something to tell. Each kind has its screen in `bot.cards`."""
