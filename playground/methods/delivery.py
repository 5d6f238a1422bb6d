"""How the bot gets its updates: getUpdates and webhooks."""

import re
from urllib.parse import urlsplit

from ..errors import bad_request, conflict
from ..jsontypes import Json
from ..registry import Call, method
from ..webhooks import start_webhook, stop_webhook

_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_LONGEST_POLL_S = 50


def _allowed(call: Call) -> list[str] | None:
    value = call.params.json("allowed_updates", "allowed_updates")
    return [str(kind) for kind in value] if isinstance(value, list) else None


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(call: Call) -> list[Json]:
    """Updates from the offset on; see `Updates.poll`."""
    if call.bot.webhook:
        raise conflict(_ACTIVE)
    updates = call.world.updates(call.bot.id)
    updates.allow(_allowed(call))
    offset = call.params.integer("offset")
    limit = call.params.integer("limit", 100, 1, 100)
    return await updates.poll(offset, limit, call.params.integer("timeout", 0, 0, _LONGEST_POLL_S))


@method(
    "setWebhook",
    "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
async def set_webhook(call: Call) -> bool:
    """Sends updates to a URL from now on (http is fine here); an empty URL takes the webhook away."""
    url = call.params.text("url").strip()
    secret = call.params.text("secret_token")
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    updates = call.world.updates(call.bot.id)
    if call.params.flag("drop_pending_updates"):
        updates.forget_all()
    await stop_webhook(call.world, call.bot)
    if url:
        updates.allow(_allowed(call))
        updates.end_poll("terminated by setWebhook request")
        most = call.params.integer("max_connections", 40, 1, 100)
        call.bot.webhook = {"url": url, "secret_token": secret, "max_connections": most}
        call.world.bots.save(call.bot)
        start_webhook(call.world, call.bot)
    return True


@method("deleteWebhook", "drop_pending_updates")
async def delete_webhook(call: Call) -> bool:
    """Back to getUpdates."""
    if call.params.flag("drop_pending_updates"):
        call.world.updates(call.bot.id).forget_all()
    await stop_webhook(call.world, call.bot)
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """The webhook, how much waits, and the last thing that went wrong."""
    updates, webhook = call.world.updates(call.bot.id), call.world.webhooks.get(call.bot.id)
    info: Json = {
        "url": call.bot.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
    }
    if webhook:
        info |= {"max_connections": call.bot.webhook["max_connections"], **webhook.last_error}
        info["ip_address"] = "127.0.0.1"
    return info | {"allowed_updates": updates.allowed}
