"""What Telegram refuses, with its codes and its words; and what the person's side refuses."""

from .jsontypes import Json


class Refusal(Exception):
    """A Bot API method is refused: an HTTP code, the `description` and perhaps `parameters`."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> Json:
        """The JSON body that the Bot API answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class PersonError(Exception):
    """The person's side can't do that: an HTTP status and one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def bad_request(words: str) -> Refusal:
    """400 in Telegram's form: `Bad Request: …`, the first letter small unless the words are a constant."""
    if len(words) > 1 and not (words[1] == "_" or words[1].isupper()):
        words = words[0].lower() + words[1:]
    return Refusal(400, f"Bad Request: {words}")


def upgraded(moved_to: int) -> Refusal:
    """400: the group goes on under another id."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refusal(400, words, {"migrate_to_chat_id": moved_to})


def forbidden(words: str) -> Refusal:
    """403: the bot may not write there."""
    return Refusal(403, f"Forbidden: {words}")


def conflict(words: str) -> Refusal:
    """409: another poller, or a webhook."""
    return Refusal(409, f"Conflict: {words}")


def not_found(words: str = "") -> Refusal:
    """404: no such method, or a token of no possible form."""
    return Refusal(404, "Not Found" + (f": {words}" if words else ""))


def unauthorized() -> Refusal:
    """401: the token is not this bot's."""
    return Refusal(401, "Unauthorized")


def too_many_requests(retry_after: int) -> Refusal:
    """429 with the seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
