"""Telegram's HTML: text with tags in, plain text and entities out, or the refusal in Telegram's words.

The rules and messages are those of TDLib's `parse_html`; offsets in messages are bytes, in entities
UTF-16 units.
"""

from dataclasses import dataclass, field

from . import utf16
from .errors import Refusal, bad_request
from .jsontypes import Json
from .links import checked_link, mentioned_user_id

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler",
}  # fmt: skip
_TAGS = {*_SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = frozenset(" \t\r\n\0\v")
_END = "\0"


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    position: int


@dataclass
class _Parser:
    source: str
    at: int = 0
    units: int = 0
    out: list[str] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def here(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else _END

    def byte(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def refuse(self, words: str) -> Refusal:
        return bad_request(f"can't parse entities: {words}")

    def skip_space(self) -> None:
        while self.here() in _SPACE and self.at < len(self.source):
            self.at += 1

    def emit(self, text: str) -> None:
        self.out.append(text)
        self.units += utf16.length(text)

    def word(self, stop: str) -> str:
        start = self.at
        while self.here() not in _SPACE and self.here() not in stop:
            self.at += 1
        return self.source[start : self.at]

    def text(self) -> None:
        if self.here() == "&" and (letter := self.reference()):
            self.emit(letter)
            return
        self.emit(self.here())
        self.at += 1

    def reference(self) -> str:
        """The character that `&…` stands for, stepped over; empty when Telegram takes it as plain text."""
        end = self.at + 1
        if self.source[end : end + 1] == "#":
            letter, end = self._numeric(end + 1)
        else:
            while end < len(self.source) and self.source[end].isascii() and self.source[end].isalpha():
                end += 1
            letter = _NAMED.get(self.source[self.at + 1 : end], "")
        if letter:
            self.at = end + 1 if self.source[end : end + 1] == ";" else end
        return letter

    def _numeric(self, start: int) -> tuple[str, int]:
        base, digits = 10, "0123456789"
        if self.source[start : start + 1] == "x":
            base, digits, start = 16, "0123456789abcdefABCDEF", start + 1
        end = start
        while end < len(self.source) and self.source[end] in digits:
            end += 1
        value = int(self.source[start:end], base) if end > start else 0
        if value == 0 or value >= 0x10FFFF or end - self.at >= 10:
            return "", end
        if 0xD800 <= value <= 0xDFFF:
            raise self.refuse(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return chr(value), end

    def start_tag(self, begin: int) -> None:
        tag = self.word(">").lower()
        if self.at >= len(self.source):
            raise self.refuse(f"Unclosed start tag at byte offset {self.byte(begin)}")
        if tag not in _TAGS:
            raise self.refuse(f'Unsupported start tag "{tag}" at byte offset {self.byte(begin)}')
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "tg-spoiler":
            raise self.refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(begin)}')
        self.open.append(_Open(tag, argument, self.units, len(self.out)))
        self.at += 1

    def attributes(self, tag: str, begin: int) -> str:
        """What the tag is about (a link's address, a code's language); the place is then at `>`."""
        argument = ""
        while self.here() != ">":
            self.skip_space()
            if self.here() == ">":
                break
            name = self.word("=>/\"'")
            if not name:
                where = self.byte(begin)
                raise self.refuse(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self.skip_space()
            if self.here() != "=":
                if self.at >= len(self.source):
                    raise self.refuse(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
                if (tag, name) == ("blockquote", "expandable"):
                    argument = "1"
                continue
            self.at += 1
            argument = _argument(tag, name, self.value(tag, begin), argument)
        return argument

    def value(self, tag: str, begin: int) -> str:
        self.skip_space()
        if self.at >= len(self.source):
            raise self.refuse(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
        value = self._quoted() if self.here() in "'\"" else self._name_token()
        if self.at >= len(self.source):
            raise self.refuse(f"Unclosed start tag at byte offset {self.byte(begin)}")
        return value

    def _name_token(self) -> str:
        start = self.at
        while self.here().isascii() and (self.here().isalnum() or self.here() in ".-"):
            self.at += 1
        if self.here() not in _SPACE and self.here() != ">":
            raise self.refuse(f"Unexpected end of name token at byte offset {self.byte(start)}")
        return self.source[start : self.at].lower()

    def _quoted(self) -> str:
        quote, letters = self.here(), []
        self.at += 1
        while self.at < len(self.source) and self.here() != quote:
            if self.here() == "&" and (letter := self.reference()):
                letters.append(letter)
                continue
            letters.append(self.here())
            self.at += 1
        self.at += 1 if self.at < len(self.source) else 0
        return "".join(letters)

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise self.refuse(f"Unexpected end tag at byte offset {self.byte(begin)}")
        self.at += 1
        name = self.word(">").lower()
        self.skip_space()
        if self.here() != ">":
            raise self.refuse(f"Unclosed end tag at byte offset {self.byte(begin)}")
        opened = self.open[-1]
        if name and name != opened.tag:
            raise self.refuse(
                f"Unmatched end tag at byte offset {self.byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.units > opened.offset:
            self.close(opened)
        self.open.pop()
        self.at += 1

    def close(self, opened: _Open) -> None:
        span: Json = {"offset": opened.offset, "length": self.units - opened.offset}
        last = self.entities[-1] if self.entities else {}
        same = last.get("offset") == span["offset"] and last.get("length") == span["length"]
        if opened.tag in _SIMPLE:
            self.entities.append({"type": _SIMPLE[opened.tag], **span})
        elif opened.tag == "pre" and same and last.get("type") == "code" and last.get("language"):
            last["type"] = "pre"
        elif opened.tag == "code" and same and last.get("type") == "pre" and opened.argument:
            last["language"] = opened.argument
        elif opened.tag == "a":
            self._link(opened, span)
        elif opened.tag == "tg-emoji":
            emoji = self._emoji(opened.argument)
            self.entities.append({"type": "custom_emoji", **span, "custom_emoji_id": emoji})
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if opened.argument else "blockquote"
            self.entities.append({"type": kind, **span})
        else:
            language = {"language": opened.argument} if opened.tag == "code" and opened.argument else {}
            self.entities.append({"type": opened.tag, **span, **language})

    def _emoji(self, argument: str) -> str:
        if not argument.isdigit() or not 0 < int(argument) < 2**63:
            raise self.refuse("Invalid custom emoji identifier specified")
        return argument

    def _link(self, opened: _Open, span: Json) -> None:
        address = opened.argument or "".join(self.out[opened.position :])
        if user_id := mentioned_user_id(address):
            self.entities.append({"type": "text_mention", **span, "user": {"id": user_id}})
        elif link := checked_link(address):
            self.entities.append({"type": "text_link", **span, "url": link})


def _argument(tag: str, name: str, value: str, before: str) -> str:
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id"), ("span", "class")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    return "1" if (tag, name) == ("blockquote", "expandable") else before


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and its entities (UTF-16 offsets, unsorted); refuses with `can't parse entities: …`.

    A link to a person (`tg://user?id=`) has only the id in its `user`.
    """
    parser = _Parser(source)
    while parser.at < len(source):
        if parser.here() != "<":
            parser.text()
            continue
        begin = parser.at
        parser.at += 1
        if parser.here() == "/":
            parser.end_tag(begin)
        else:
            parser.start_tag(begin)
    if parser.open:
        raise parser.refuse(f'Can\'t find end tag corresponding to start tag "{parser.open[-1].tag}"')
    for entity in parser.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(parser.out), parser.entities
