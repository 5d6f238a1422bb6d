"""Which columns hold words about people, so that erasing and giving miss none."""

from collections.abc import Mapping

PLAIN: Mapping[str, tuple[str, ...]] = {
    "contacts": ("note",),
    "next_steps": ("text",),
    "deals": ("title",),
    "deal_comments": ("text",),
    "deal_groups": ("name",),
    "companies": ("note",),
    "people": ("role", "note"),
    "attachments": ("name",),
    "invites": ("name",),
}
"""What somebody wrote, by table."""

JSON: Mapping[str, tuple[str, ...]] = {
    "operations": ("intent",),
    "changes": ("old", "new"),
    "inbox": ("payload",),
    "outbox": ("payload",),
    "held_notices": ("payload",),
    "digests": ("payload",),
}
"""The same within JSON."""

OWN: Mapping[str, tuple[str, ...]] = {
    "people": ("name", "phone", "phone_end", "email", "external_id"),
    "members": ("name", "language", "zone"),
    "name_aliases": ("alias",),
    "own_words": ("word", "meaning"),
    "attachments": ("file_id", "file_unique_id"),
}
"""What is of one person alone: erased with them, and nothing is looked for in others'."""

NOT_PERSONAL: Mapping[str, str] = {
    "companies": "name external_id code segment region phone phone_end email website buys_from: a company's",
    "deals": "external_id currency source competitor: where a deal came from and who won it, counted by",
    "contacts": "external_id: of the import that brought it",
    "orders": "currency external_id: of money",
    "expenses": "currency: of money",
    "targets": "currency: of money",
    "snapshots": "currency: of money",
    "snapshot_deals": "currency: of money",
    "products": "name currency unit: of goods",
    "pipelines": "name: the team's own",
    "stages": "name: the team's own",
    "teams": "name: the team's own",
    "operations": "name: of a use case",
    "changes": "record field: of columns",
    "outbox": "notice error: kinds of screens and of faults",
    "inbox": "error: kinds of faults",
    "digests": "length: a letter",
    "attachments": "kind album: words and numbers of Telegram's",
    "invites": "token_hash: of chance",
    "feature_uses": "feature: of the bot's habits",
    "member_routines": "zone: of the clock",
    "revisions": "name: of caches",
    "forecast_accuracies": "method content: of forecasts",
}
"""Columns of text that say nothing of a person, and why."""
