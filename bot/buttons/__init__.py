"""Buttons: what a tap says, as typed values; a file a subject. `bot.handlers.taps` has what each does."""
