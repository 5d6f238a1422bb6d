"""Telling a database that is in trouble for a while from a mistake of ours."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

SQLITE_MISTAKE = (1, 20, 21)
"""SQLITE_ERROR (no such table, wrong SQL), MISMATCH and MISUSE; the others (busy, full, I/O …) pass."""


def is_temporary(error: BaseException) -> bool:
    """Whether the same work may well succeed later: locked, full, gone, restarting or out-run by another."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", 1)
        return isinstance(error, OperationalError) and (code & 0xFF) not in SQLITE_MISTAKE
    return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)
