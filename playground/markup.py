"""Reply markup checked as Telegram checks it: inline keyboards, reply keyboards, removal, forced reply."""

from .errors import Refusal, bad_request
from .jsontypes import Json
from .links import checked_link, link_problem

_INLINE_LIMIT = 100
_KEYBOARD_LIMIT = 300
_SWITCHES = ("switch_inline_query", "switch_inline_query_current_chat")
_FLAGS = ("resize_keyboard", "one_time_keyboard", "selective", "is_persistent")


def _boolean(markup: Json, name: str) -> bool:
    value = markup.get(name, False)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise bad_request(f'Field "{name}" must be of type Boolean')
    return value


def _rows(markup: Json, name: str) -> list[list[object]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'Field "{name}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f'Field "{name}" must be an Array of Arrays')
    return rows


def reply_markup(value: object) -> Json | None:
    """The markup as Telegram keeps it, None when there is none; refuses in Telegram's words."""
    if value in (None, ""):
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if not value:
        return None
    if value.get("inline_keyboard") is not None:
        return inline_keyboard(value)
    if value.get("keyboard") is not None:
        return _reply_keyboard(value)
    if _boolean(value, "remove_keyboard"):
        return {"remove_keyboard": True, "selective": _boolean(value, "selective")}
    if _boolean(value, "force_reply"):
        kept: Json = {"force_reply": True, "selective": _boolean(value, "selective")}
        return kept | _placeholder(value)
    return None


def inline_keyboard(value: Json) -> Json | None:
    """An inline keyboard alone; as in Telegram, buttons without text vanish and an empty keyboard is none."""
    rows = []
    for row in _rows(value, "inline_keyboard"):
        buttons = [button for item in row if (button := _inline_button(item))]
        if buttons:
            rows.append(buttons)
    if sum(len(row) for row in rows) > _INLINE_LIMIT or any(len(row) > 8 for row in rows):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _wrong_button(words: str, kind: str = "inline keyboard button") -> Refusal:
    return bad_request(f"can't parse {kind}: {words}")


def _button_text(item: object, kind: str) -> str:
    if not isinstance(item, dict):
        raise _wrong_button("KeyboardButton must be an Object", kind)
    if "text" not in item:
        raise _wrong_button('Can\'t find field "text"', kind)
    if not isinstance(item["text"], str):
        raise _wrong_button('Field "text" must be of type String', kind)
    return item["text"]


def _inline_button(item: object) -> Json | None:
    text = _button_text(item, "inline keyboard button")
    assert isinstance(item, dict)  # noqa: S101 - _button_text refuses anything else
    action = _action(item)
    return {"text": text, **action} if text.strip() else None


def _action(item: Json) -> Json:
    if item.get("url"):
        return {"url": _link(str(item["url"]))}
    if item.get("callback_data"):
        if len(str(item["callback_data"]).encode()) > 64:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": str(item["callback_data"])}
    if item.get("callback_game") is not None or item.get("pay"):
        raise bad_request("BUTTON_TYPE_INVALID")
    for name in _SWITCHES:
        if item.get(name) is not None:
            return {name: str(item[name])}
    if item.get("switch_inline_query_chosen_chat") is not None:
        return {"switch_inline_query_chosen_chat": item["switch_inline_query_chosen_chat"]}
    if item.get("copy_text") is not None:
        return {"copy_text": {"text": _copied(item["copy_text"])}}
    if item.get("web_app"):
        return {"web_app": {"url": _web_app(item["web_app"], "inline keyboard button")}}
    if item.get("login_url"):
        raise bad_request("BOT_DOMAIN_INVALID")
    raise _wrong_button("Text buttons are unallowed in the inline keyboard")


def _link(address: str) -> str:
    problem = link_problem(address, frozenset({"http", "https", "tg", "ton", "tonsite"}))
    host_only = address.partition("://")[2] or address
    if not problem and "." not in host_only and not address.lower().startswith("tg:"):
        problem = "Wrong HTTP URL"
    if problem:
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: {problem}")
    return checked_link(address)


def _copied(value: object) -> str:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return text


def _web_app(value: object, kind: str) -> str:
    address = str(value.get("url", "")) if isinstance(value, dict) else ""
    if not address.startswith("https://"):
        raise bad_request(f"{kind} Web App URL '{address}' is invalid: Only HTTPS links are allowed")
    return address


def _placeholder(value: Json) -> Json:
    text = value.get("input_field_placeholder")
    if not text:
        return {}
    if not isinstance(text, str):
        raise bad_request('Field "input_field_placeholder" must be of type String')
    if len(text) > 64:
        raise bad_request("REPLY_MARKUP_PLACEHOLDER_TOO_LONG")
    return {"input_field_placeholder": text}


def _reply_keyboard(value: Json) -> Json:
    rows = [[_keyboard_button(item) for item in row] for row in _rows(value, "keyboard")]
    rows = [row for row in rows if row]
    if not rows:
        raise bad_request("REPLY_MARKUP_INVALID")
    if sum(len(row) for row in rows) > _KEYBOARD_LIMIT:
        raise bad_request("reply markup is too long")
    kept: Json = {"keyboard": rows}
    return kept | {name: True for name in _FLAGS if _boolean(value, name)} | _placeholder(value)


def _keyboard_button(item: object) -> Json:
    if isinstance(item, str):
        return {"text": item}
    text = _button_text(item, "keyboard button")
    assert isinstance(item, dict)  # noqa: S101 - _button_text refuses anything else
    kept: Json = {"text": text}
    for name in ("request_contact", "request_location"):
        if item.get(name):
            kept[name] = True
    for name in ("request_users", "request_chat", "request_poll"):
        if item.get(name) is not None:
            if name != "request_poll" and "request_id" not in item[name]:
                raise _wrong_button('Can\'t find field "request_id"', "keyboard button")
            kept[name] = item[name]
    if item.get("web_app"):
        kept["web_app"] = {"url": _web_app(item["web_app"], "keyboard button")}
    return kept
