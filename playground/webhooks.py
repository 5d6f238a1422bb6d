"""Starting and stopping bots' webhooks."""

from .bots import Bot
from .jsontypes import Json
from .webhook import Webhook
from .world import World


def start_webhook(world: World, bot: Bot) -> None:
    """Begins to post the bot's updates to its configured URL."""

    async def reply(answer: Json) -> None:
        from .bot_api import reply_in_webhook  # the API answers webhooks, webhooks call the API

        await reply_in_webhook(world, bot, answer)

    updates = world.updates(bot.id)
    world.webhooks[bot.id] = Webhook(bot.webhook, updates, world.session(), world.faults, reply)


async def stop_webhook(world: World, bot: Bot) -> None:
    """Ends the posting, if there was any; updates stay."""
    if webhook := world.webhooks.pop(bot.id, None):
        await webhook.close()
    if bot.webhook:
        bot.webhook = {}
        world.bots.save(bot)
