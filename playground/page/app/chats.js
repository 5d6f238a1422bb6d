/** The list of a person's chats. */

import { avatar, el, icon } from "./dom.js";
import { now } from "./simulated.js";
import { gist } from "./text.js";
import { brief } from "./time.js";
import { say } from "./words.js";

/** A screen with the chats; `back` is the address of the people, or null. */
export function chatsScreen(chats, person, back) {
  const items = chats.map((chat) => {
    const last = chat.last_message;
    const own = last?.from?.id === person.id ? `${say("you")}: ` : "";
    return el("li", {},
      el("a", { class: "person", href: `#${chat.id}`, data: { testid: "chat-item", chatId: chat.id } },
        avatar(chat.title, chat.id),
        el("span", { class: "about" },
          el("b", {}, chat.title),
          el("small", {}, last ? own + gist(last) : chat.short_description || say("no_messages"))),
        last && el("time", {}, brief(last.date * 1000, now()))));
  });
  return el("section", { class: "screen chats" },
    el("header", { class: "bar" }, back && el("a", { class: "icon-button", href: back, "aria-label": say("people"), title: say("people"), data: { testid: "back" } }, icon("back")), el("h1", {}, say("chats"))),
    items.length ? el("ul", { class: "people", data: { testid: "chat-list" } }, items) : el("p", { class: "empty" }, say("no_bot")));
}
