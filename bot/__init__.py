"""The Telegram bot and the `piltuvelis` command around the sales rules of `core`."""
