"""The person's side over HTTP: everything under /api/, one subject a module."""

from aiohttp import web

from . import buttons, chats, controls, files, groups, inline, live, talk, who


def routes() -> list[web.RouteDef]:
    """All routes of the person's side and the controls."""
    modules = (who, chats, talk, files, buttons, inline, groups, live, controls)
    return [route for module in modules for route in module.routes()]
