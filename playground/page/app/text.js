/** Formatted text: entities, whose offsets are UTF-16 units as JavaScript's are, become elements. */

import { el } from "./dom.js";
import { follow, safeUrl } from "./links.js";
import { say } from "./words.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", blockquote: "blockquote",
};

/**
 * Nodes of a text with its entities. `actions` answers taps: `command(text)`, `mention(text)`, `openBot(link)`.
 * Entities that overlap without one holding the other are cut where they cross.
 */
export function rich(text, entities = [], actions = {}) {
  const sorted = entities
    .map((entity) => ({ entity, start: entity.offset, end: Math.min(entity.offset + entity.length, text.length) }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  return between(text, 0, text.length, sorted, actions);
}

function between(text, from, to, spans, actions) {
  const nodes = [];
  const waiting = [...spans];
  let at = from;
  while (waiting.length) {
    const span = waiting.shift();
    if (span.start > at) nodes.push(text.slice(at, span.start));
    const inside = [];
    while (waiting.length && waiting[0].start < span.end) {
      const inner = waiting.shift();
      inside.push({ ...inner, end: Math.min(inner.end, span.end) });
      if (inner.end > span.end) waiting.push({ ...inner, start: span.end });
    }
    waiting.sort((one, other) => one.start - other.start || other.end - one.end);
    const words = text.slice(span.start, span.end);
    nodes.push(shown(span.entity, words, between(text, span.start, span.end, inside, actions), actions));
    at = span.end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function shown(entity, words, children, actions) {
  switch (entity.type) {
    case "code":
      return el("code", {}, children);
    case "pre":
      return el("pre", { data: { language: entity.language } }, el("code", {}, children));
    case "spoiler":
      return spoiler(children);
    case "expandable_blockquote":
      return expandable(children);
    case "url":
      return link(words, children, actions);
    case "text_link":
      return link(entity.url, children, actions);
    case "email":
      return link(`mailto:${words}`, children, actions);
    case "phone_number":
      return link(`tel:${words.replace(/[^\d+]/g, "")}`, children, actions);
    case "bot_command":
      return el("button", { type: "button", class: "in-text", on: { click: () => actions.command?.(words) } }, children);
    case "mention":
      return el("button", { type: "button", class: "in-text", on: { click: () => actions.mention?.(words) } }, children);
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "in-text" }, children);
    default:
      return PLAIN[entity.type] ? el(PLAIN[entity.type], {}, children) : el("span", {}, children);
  }
}

function link(address, children, actions) {
  const url = safeUrl(address);
  const onClick = (event) => {
    event.preventDefault();
    follow(address, actions.openBot ?? (() => false));
  };
  return el(
    "a",
    { href: url ?? "#", title: address, target: "_blank", rel: "noopener noreferrer", on: { click: onClick } },
    children,
  );
}

function spoiler(children) {
  const hidden = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("spoiler") }, children);
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    hidden.classList.remove("spoiler");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", reveal, { once: true, capture: true });
  hidden.addEventListener("keydown", reveal);
  return hidden;
}

function expandable(children) {
  const quote = el("blockquote", { class: "expandable" }, el("span", { class: "folded" }, children));
  const toggle = el("button", { type: "button", class: "expand", "aria-expanded": "false", "aria-label": say("expand") }, "⌄");
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
  });
  quote.append(toggle);
  return quote;
}

/** A message in one line of plain words: its text, or what kind of thing it is. */
export function gist(message) {
  if (!message) return "";
  if (message.text) return message.text;
  const kind = ["photo", "video", "animation", "document", "voice", "audio", "video_note", "sticker", "venue", "location", "contact", "dice"]
    .find((name) => name in message);
  const more = {
    document: message.document?.file_name, venue: message.venue?.title, sticker: message.sticker?.emoji,
    contact: message.contact && [message.contact.first_name, message.contact.last_name].filter(Boolean).join(" "),
    dice: message.dice?.emoji,
  }[kind];
  if (!kind) return service(message) ?? say("unsupported");
  const name = kind === "video_note" ? say("video") : say(kind);
  return [name, more, message.caption].filter(Boolean).join(" · ");
}

/** What a service message tells, or null for an ordinary message. */
export function service(message) {
  const name = message.from ? [message.from.first_name, message.from.last_name].filter(Boolean).join(" ") : "";
  if (message.pinned_message) return say("s_pinned", { name });
  if (message.new_chat_members) {
    return say("s_joined", { name: message.new_chat_members.map((user) => user.first_name).join(", ") });
  }
  if (message.left_chat_member) return say("s_left", { name: message.left_chat_member.first_name });
  if (message.new_chat_title) return say("s_title", { name: message.new_chat_title });
  if (message.group_chat_created || message.supergroup_chat_created) return say("s_created");
  return null;
}
