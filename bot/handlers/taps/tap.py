"""What a tap does: one use case, in the transaction of the update."""

from collections.abc import Callable
from typing import Any

from core.actions.work import Work
from core.model import Member

Tap = Callable[[Work, Member, Any, int, int], None]
"""Does what a button says: its value, the chat, and the message under the thumb, which is edited in place."""

Taps = dict[type[Any], Tap]
