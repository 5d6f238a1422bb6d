"""A past to ask reports of, written by the database itself: deals with their moves, contacts about them."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, text

from bot.config import suggested_pipelines
from core.storage.database import Database
from core.storage.pipelines import sync
from core.storage.schema import migrate

LENGTH = timedelta(days=700)
MEMBERS, COMPANIES = 500, 20_000
PER_DEAL = 20
"""Contacts for each deal; seven of ten are about one."""

_NUMBERS = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :count) "
_AT = "datetime(:begin, ({n} * :step) || ' seconds', '+{days} days') || '.000000'"
_STAGE = "CASE WHEN n % 10 < 4 THEN n % 10 + 1 WHEN n % 10 < 6 THEN 5 ELSE 6 END"
_BEGUN, _ENDED = _AT.format(n="n", days=0), _AT.format(n="n", days=30)

_TABLES = (
    (
        MEMBERS,
        "INSERT INTO members (id, name, role, telegram_id, language, joined_at)"
        " SELECT n, 'Pardavėjas ' || n, 'rep', 9000 + n, 'lt', :begin || '.000000' FROM number",
    ),
    (
        COMPANIES,
        "INSERT INTO companies (id, name, created_at)"
        " SELECT n, 'UAB Įmonė ' || n, :begin || '.000000' FROM number",
    ),
)
_DEALS = (
    "INSERT INTO deals (id, title, pipeline_id, stage_id, created_on, created_at, stage_entered_at,"
    " company_id, owner_id, amount, currency, expected_close_on, closed_on)"
    f" SELECT n, 'Sandoris ' || n, 1, {_STAGE}, date({_BEGUN}), {_BEGUN}, {_ENDED}, n % :companies + 1,"
    " n * 7919 % :members + 1, (n % 500 + 1) * 1000000, 'EUR', date(:begin, (n * :step) || ' seconds',"
    f" '+40 days'), CASE WHEN n % 10 > 3 THEN date({_ENDED}) END FROM number",
    "INSERT INTO stage_changes (deal_id, to_stage_id, from_stage_id, entered_at, known_at)"
    f" SELECT n, 1, NULL, {_BEGUN}, {_BEGUN} FROM number",
    *(
        "INSERT INTO stage_changes (deal_id, to_stage_id, from_stage_id, entered_at, known_at)"
        f" SELECT n, {stage}, {stage - 1}, {at}, {at} FROM number WHERE {_STAGE} >= {stage}"
        for stage, at in ((2, _AT.format(n="n", days=8)), (3, _AT.format(n="n", days=16)))
    ),
    "INSERT INTO stage_changes (deal_id, to_stage_id, from_stage_id, entered_at, known_at)"
    f" SELECT n, {_STAGE}, 3, {_ENDED}, {_ENDED} FROM number WHERE {_STAGE} > 3",
)
_KIND = "CASE n % 10 WHEN 0 THEN 'visit' WHEN 1 THEN 'email' WHEN 2 THEN 'note' ELSE 'call' END"
_CONTACTS = (
    "INSERT INTO contacts (id, kind, by_id, occurred_on, occurred_at, created_at, company_id, deal_id,"
    " no_answer, duration_min, note)"
    f" SELECT n, {_KIND}, n * 104729 % :members + 1, date({_BEGUN}), {_BEGUN}, {_BEGUN},"
    " n * 7919 % :companies + 1, CASE WHEN n % 10 < 7 THEN n * 31 % :deals + 1 END, 0,"
    " CASE WHEN n % 5 < 2 THEN n % 40 + 5 END, 'Skambinau, nori pasiūlymo, perskambinti' FROM number",
    "INSERT INTO operations (id, name, at, by_id, chat_id, message_id, part)"
    f" SELECT n, 'log', {_BEGUN}, n * 104729 % :members + 1, 9000, n, 0 FROM number",
    "INSERT INTO changes (operation_id, record, record_id, field, valid_at, known_at, new)"
    f" SELECT n, 'contacts', n, '*', {_BEGUN}, {_BEGUN}, 'true' FROM number",
)


def build(path: Path, contacts: int, now: datetime) -> str:
    """A new database with so many contacts, a twentieth as many deals; returns its URL."""
    url = f"sqlite:///{path}"
    database = Database(url)
    migrate(database)
    deals = max(contacts // PER_DEAL, 100)
    with database.writing() as session:
        sync(session, suggested_pipelines("lt"))
        connection = session.connection()
        for count, statement in _TABLES:
            _write(connection, statement, count, deals, now)
        for statement in _DEALS:
            _write(connection, statement, deals, deals, now)
        for statement in _CONTACTS:
            _write(connection, statement, contacts, deals, now)
    with database.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.close()
    return url


def _write(connection: Connection, statement: str, count: int, deals: int, now: datetime) -> None:
    values = {
        "count": count,
        "deals": deals,
        "members": MEMBERS,
        "companies": COMPANIES,
        "begin": (now - LENGTH).strftime("%Y-%m-%d %H:%M:%S"),
        "step": LENGTH.total_seconds() / (count + 1),
    }
    used = {name: value for name, value in values.items() if f":{name}" in statement or name == "count"}
    head, select = statement.split(") SELECT ", 1)
    connection.execute(text(f"{head}) {_NUMBERS} SELECT {select}"), used)
