"""From the outbox to Telegram: in order per chat, at a pace Telegram likes, until it is there."""
