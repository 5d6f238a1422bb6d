"""From Telegram's updates, kept durably first, to one transaction each, in order per chat."""
