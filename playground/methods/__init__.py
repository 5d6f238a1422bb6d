"""The Bot API's methods, one subject a module; importing this package registers them all."""

from . import answers, chat, commands, delivery, edit, me, media, places, remove, send

__all__ = ["answers", "chat", "commands", "delivery", "edit", "me", "media", "places", "remove", "send"]
