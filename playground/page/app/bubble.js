/** One entry of a chat as an element: a message or an album, with its quote, media, text, buttons and reactions. */

import { el, fullName, iconButton } from "./dom.js";
import { bare, media } from "./media.js";
import { gist, rich, service } from "./text.js";
import { hours } from "./time.js";
import { say } from "./words.js";

const SWIPE_PX = 56;
const EMOJIS = /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*){1,3}$/u;

/**
 * The element of an entry `{messages}`. `chat` has `person` (id), `group` (boolean), `presses` and `actions`:
 * `command`, `mention`, `openBot`, `menu(message, point)`, `reply(message)`, `jump(id)`, `react(message, emoji)`.
 */
export function entryElement(entry, chat) {
  const first = entry.messages[0];
  const told = service(first);
  if (told) return el("li", { class: "entry service" }, serviceBody(first, told, chat));
  const own = first.from?.id === chat.person;
  const last = entry.messages.at(-1);
  const body = el(
    "article",
    { class: "body", data: { testid: "message", messageId: first.message_id }, "aria-label": own ? say("you") : fullName(first.from ?? {}) },
    bubble(entry, chat, own),
    chat.presses.keyboard(last),
    reactions(last, chat),
  );
  swipes(body, () => chat.actions.reply(first));
  const keyed = first.reply_markup?.inline_keyboard ? " keyed" : "";
  return el("li", { class: `entry ${own ? "own" : "other"}${keyed}` }, body);
}

function serviceBody(message, told, chat) {
  const pinned = message.pinned_message;
  const words = pinned ? `${told}: ${gist(pinned).replace(/\s+/g, " ")}` : told;
  const jump = () => pinned && chat.actions.jump(pinned.message_id);
  return el("button", { type: "button", class: "pill", data: { testid: "message", messageId: message.message_id }, on: { click: jump } }, words);
}

function bubble(entry, chat, own) {
  const message = entry.messages[0];
  const said = entry.messages.find((one) => one.text || one.caption) ?? message;
  const text = said.text ?? said.caption;
  const huge = text && !said.entities?.length && !message.reply_to_message && EMOJIS.test(text);
  const shown = el(
    "div",
    { class: ["bubble", bare(message) && "bare", huge && "huge", isVisual(message) && "visual", message.location && "where", isVisual(message) && !message.location && !text && "untexted"].filter(Boolean).join(" ") },
    chat.group && !own && el("div", { class: `sender ink-${Math.abs(message.from.id) % 7}` }, fullName(message.from)),
    message.forward_origin && el("div", { class: "origin" }, say("forwarded_from", { name: originName(message.forward_origin) })),
    message.via_bot && el("div", { class: "origin" }, say("via", { name: message.via_bot.username })),
    message.reply_to_message && quote(message, chat),
    message.show_caption_above_media && text && words(said, text, chat),
    entry.messages.length > 1 ? album(entry.messages) : media(message),
    !message.show_caption_above_media && text && words(said, text, chat),
    meta(entry.messages.at(-1)),
  );
  const menu = (event) => chat.actions.menu(message, pointOf(event, shown));
  shown.append(iconButton("more", say("actions"), menu));
  shown.lastChild.classList.add("bubble-menu");
  shown.addEventListener("click", (event) => {
    if (event.target.closest("a, button, audio, video, [role=button]") || !getSelection().isCollapsed) return;
    menu(event);
  });
  shown.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || !getSelection().isCollapsed) return;
    event.preventDefault();
    menu(event);
  });
  return shown;
}

const isVisual = (message) => message.photo || message.video || message.animation || message.location;

function pointOf(event, shown) {
  if (event.clientX || event.clientY) return { x: event.clientX, y: event.clientY };
  const box = shown.getBoundingClientRect();
  return { x: box.left, y: box.bottom };
}

function words(message, text, chat) {
  const entities = message.text ? message.entities : message.caption_entities;
  return el("div", { class: "words", dir: "auto", data: { testid: "message-text" } }, rich(text, entities, chat.actions));
}

function album(messages) {
  const visual = messages.every(isVisual);
  return el("div", { class: visual ? `album of-${Math.min(messages.length, 4)}` : "album-list" }, messages.map((message) =>
    el("div", { class: "tile", data: { messageId: message.message_id } }, media(message))));
}

function meta(message) {
  const edited = message.edit_date && !message.reactions_only;
  const time = new Date(message.date * 1000);
  return el(
    "span",
    { class: "meta" },
    edited && el("span", { class: "edited" }, say("edited"), " "),
    el("time", { datetime: time.toISOString() }, hours(time.getTime())),
  );
}

/** The name that a forwarded message shows. */
function originName(origin) {
  return origin.sender_user_name ?? origin.chat?.title ?? origin.sender_chat?.title ?? fullName(origin.sender_user ?? {});
}

function quote(message, chat) {
  const answered = message.reply_to_message;
  const own = answered.from?.id === chat.person;
  const text = message.quote ? message.quote.text : gist(answered);
  return el(
    "button",
    { type: "button", class: "quote", on: { click: () => chat.actions.jump(answered.message_id) } },
    el("b", {}, own ? say("you") : fullName(answered.from ?? {})),
    el("span", {}, text),
  );
}

function reactions(message, chat) {
  const given = new Map();
  for (const { by, emoji } of message.reactions ?? []) given.set(emoji, [...(given.get(emoji) ?? []), by]);
  if (!given.size) return null;
  return el("div", { class: "reactions" }, [...given].map(([emoji, people]) => {
    const mine = people.includes(chat.person);
    const toggle = () => chat.actions.react(message, mine ? null : emoji);
    return el("button", { type: "button", class: mine ? "reaction mine" : "reaction", "aria-pressed": String(mine), data: { testid: "reaction" }, on: { click: toggle } },
      emoji, people.length > 1 ? ` ${people.length}` : "");
  }));
}

function swipes(body, reply) {
  let from = null;
  const end = () => {
    if (from && from.moved <= -SWIPE_PX) reply();
    from = null;
    body.style.transform = "";
  };
  body.addEventListener("touchstart", (event) => {
    const { clientX: x, clientY: y } = event.touches[0];
    from = event.touches.length === 1 ? { x, y, moved: 0 } : null;
  }, { passive: true });
  body.addEventListener("touchmove", (event) => {
    if (!from) return;
    const { clientX: x, clientY: y } = event.touches[0];
    if (Math.abs(y - from.y) > 24 && from.moved > -SWIPE_PX) return end();
    from.moved = Math.max(Math.min(x - from.x, 0), -SWIPE_PX - 16);
    body.style.transform = from.moved < -8 ? `translateX(${from.moved}px)` : "";
    return undefined;
  }, { passive: true });
  body.addEventListener("touchend", end);
  body.addEventListener("touchcancel", end);
}
