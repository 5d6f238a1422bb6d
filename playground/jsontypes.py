"""The shape of what goes over the wire: JSON objects as the Bot API describes them."""

from typing import Any

Json = dict[str, Any]
