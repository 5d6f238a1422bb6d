"""Sending places and people: location, venue, contact; and dice."""

import random

from ..errors import bad_request
from ..jsontypes import Json
from ..registry import SENDING, Call, method
from .send import send

DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


def location_of(call: Call) -> Json:
    """The Location that the parameters describe."""
    latitude, longitude = call.params.number("latitude"), call.params.number("longitude")
    for name, value in (("latitude", latitude), ("longitude", longitude)):
        if value is None:
            raise bad_request(f"{name} is empty" if not call.params.text(name) else f"wrong {name} specified")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong latitude or longitude specified")
    place: Json = {"latitude": latitude, "longitude": longitude}
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if value := call.params.integer(name):
            place[name] = value
    return place


@method(
    "sendLocation",
    f"{SENDING} latitude longitude horizontal_accuracy live_period heading proximity_alert_radius",
)
def send_location(call: Call) -> Json:
    """A point on the map."""
    return send(call, {"location": location_of(call)})


_VENUE = "foursquare_id foursquare_type google_place_id google_place_type"


@method("sendVenue", f"{SENDING} latitude longitude title address {_VENUE}")
def send_venue(call: Call) -> Json:
    """A place with a name and an address."""
    place = location_of(call)
    venue: Json = {"location": place, "title": call.params.required("title")}
    venue["address"] = call.params.required("address")
    venue |= {name: call.params.text(name) for name in _VENUE.split() if call.params.text(name)}
    return send(call, {"venue": venue, "location": place})


@method("sendContact", f"{SENDING} phone_number first_name last_name vcard")
def send_contact(call: Call) -> Json:
    """A phone number with a name."""
    contact = {name: call.params.required(name) for name in ("phone_number", "first_name")}
    contact |= {name: call.params.text(name) for name in ("last_name", "vcard") if call.params.text(name)}
    return send(call, {"contact": contact})


@method("sendDice", f"{SENDING} emoji")
def send_dice(call: Call) -> Json:
    """A throw."""
    return send(call, {"dice": throw(call.params.text("emoji") or "🎲")})


def throw(emoji: str) -> Json:
    """A Dice of this emoji with a random value."""
    if emoji not in DICE:
        raise bad_request("wrong dice emoji specified")
    return {"emoji": emoji, "value": random.randint(1, DICE[emoji])}  # noqa: S311 - not for secrecy
