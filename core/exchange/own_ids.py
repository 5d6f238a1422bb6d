"""Ids by which outside programs know our records that have no external id: `piltuvelis-12-1c291ca3`."""

import re
from datetime import UTC, datetime
from zlib import crc32

OWN = re.compile(r"piltuvelis-(\d{1,18})-[0-9a-f]{8}")


def own_id(record_id: int, created_at: datetime) -> str:
    """The outside id of a record without external id. Its end tells it from the same number elsewhere."""
    mark = crc32(created_at.astimezone(UTC).isoformat().encode())
    return f"piltuvelis-{record_id}-{mark:08x}"


def number_in(outside_id: str) -> int | None:
    """The number of the record that an outside id means if it is of ours; None for any other."""
    found = OWN.fullmatch(outside_id)
    return int(found[1]) if found else None
