"""A past of any length for a bench database, written by the database itself: a million contacts in one go."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, text

LENGTH = timedelta(days=700)

_PAST = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :count),
past AS (
    SELECT n, n * 7919 % :companies + 1 AS company, n * 104729 % :members + 1 AS member,
           datetime(:begin, (n * :step) || ' seconds') || '.000000' AS at,
           date(:begin, (n * :step) || ' seconds') AS day
    FROM number
)
"""
_TABLES = (
    "INSERT INTO operations (id, name, at, by_id, chat_id, message_id, part)"
    "{past} SELECT n, 'log', at, member, :chat + member, n, 0 FROM past",
    "INSERT INTO contacts (id, kind, by_id, occurred_on, occurred_at, created_at, company_id, no_answer,"
    " duration_min, note)"
    "{past} SELECT n, 'call', member, day, at, at, company, 0, n % 40,"
    " 'Skambinau 15 min, nori pasiūlymo, perskambinti penktadienį' FROM past",
    "INSERT INTO changes (operation_id, record, record_id, field, valid_at, known_at, new)"
    "{past} SELECT n, 'contacts', n, '*', at, at, 'true' FROM past",
    "INSERT INTO next_steps (kind, owner_id, created_at, company_id, contact_id, remind_on, by_customer,"
    " done_at)"
    "{past} SELECT 'call', member, at, company, n, day, 0, at FROM past",
    "INSERT INTO inbox (bot_id, update_id, chat_id, payload, received_at, attempts, done_at)"
    "{past} SELECT 1, n, :chat + member, '{{}}', at, 0, at FROM past WHERE at > datetime(:end, '-30 days')",
    "INSERT INTO outbox (chat_id, notice, payload, created_at, member_id, operation_id, attempts, sent_at,"
    " message_id)"
    "{past} SELECT :chat + member, 'Logged', '{{}}', at, member, n, 0, at, n FROM past",
)


def write(
    connection: Connection, contacts: int, companies: int, members: int, first_chat: int, now: datetime
) -> None:
    """So many contacts up to now, each with its operation, log entry, mail, and a next step that is done.

    Updates are there of the last 30 days, as a bot that has run all along has tidied the others away.

    Members and companies are numbered from 1; member m talks in the chat `first_chat` + m - 1.
    """
    if not contacts:
        return
    values = {
        "count": contacts,
        "companies": companies,
        "members": members,
        "chat": first_chat - 1,
        "end": now.strftime("%Y-%m-%d %H:%M:%S"),
        "begin": (now - LENGTH).strftime("%Y-%m-%d %H:%M:%S"),
        "step": LENGTH.total_seconds() / contacts,
    }
    for table in _TABLES:
        statement = table.format(past=_PAST)
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        connection.execute(text(statement), used)
