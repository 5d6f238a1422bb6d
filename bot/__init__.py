"""The Telegram bot and the `piltuvelis` command around the sales rules of `core`."""

import sys
from types import ModuleType
from typing import cast

sys.modules.setdefault("httpx._main", cast(ModuleType, None))
"""Says that it is not there, and httpx does without: its command line would load 5 MiB that nobody calls."""
