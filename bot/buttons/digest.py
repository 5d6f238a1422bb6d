"""Buttons of digests: each opens what a line stands for, and leads back to the digest as it was."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("do")
@dataclass(frozen=True, slots=True)
class DigestOpens(Button):
    """Open a deal from a digest, or an answer (`deal_id` 0), as the view says, or leading back to it."""

    digest_id: int
    deal_id: int
    view: str
