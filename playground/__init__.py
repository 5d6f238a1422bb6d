"""A stand-in for Telegram on this computer: a Bot API server, and the people who write to the bots."""
