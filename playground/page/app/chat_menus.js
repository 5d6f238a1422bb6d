/** The header of a chat with its menu, and the menu of a message. */

import { alertBox, menu } from "./dialogs.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { theme, toggleTheme } from "./theme.js";
import { say, spoken } from "./words.js";

const EMOJIS = ["👍", "❤️", "🔥", "🎉", "😁", "🤔", "👎"];

/** The header of a chat: `know(chat)` shows it as it is, `doing(words)` what the bot is doing. */
export function header(app, screen) {
  const title = el("b", { data: { testid: "chat-title" } });
  const status = el("small", { data: { testid: "chat-status" } });
  const picture = el("span");
  const back = app.back && el("a", { class: "icon-button", href: app.back, "aria-label": say("back"), title: say("back"), data: { testid: "back" } }, icon("back"));
  const more = iconButton("more", say("more"), (event) => headerMenu(event.currentTarget, app, screen), "header-menu");
  let usual = "";
  return {
    root: el("header", { class: "bar" }, back, picture, el("div", { class: "who" }, title, status), more),
    know(chat) {
      picture.replaceChildren(avatar(chat.title, chat.id));
      title.textContent = chat.title;
      usual = chat.type === "private" ? say("bot") : say("members", { n: chat.members.length });
      status.textContent = usual;
    },
    doing(words) {
      status.textContent = words ?? usual;
      status.classList.toggle("busy", Boolean(words));
    },
  };
}

function headerMenu(button, app, screen) {
  const { right, bottom } = button.getBoundingClientRect();
  const { chat } = screen;
  const bot = chat.type === "private";
  menu({ x: right - 230, y: bottom }, [
    bot && chat.description && { icon: icon("info"), label: say("about"), testid: "about", run: () => alertBox(chat.description) },
    { icon: icon("theme"), label: theme() === "dark" ? say("light") : say("dark"), testid: "theme", run: toggleTheme },
    { icon: icon("language"), label: say("switch_language"), testid: "language", run: () => app.changeLanguage(spoken() === "lt" ? "en" : "lt") },
    bot && !chat.blocked && { icon: icon("block"), label: say("block"), testid: "block", danger: true, run: () => screen.block(true) },
  ].filter(Boolean));
}

/** What can be done with a message; reactions come above. */
export function messageMenu(screen, message, point) {
  const text = message.text ?? message.caption;
  const own = message.from?.id === screen.app.person.id;
  const ready = screen.chat.started && !screen.chat.blocked;
  const items = [
    ready && { icon: icon("reply"), label: say("reply"), testid: "reply", run: () => screen.composer.reply(message) },
    ready && screen.editable(message) && { icon: icon("edit"), label: say("edit"), testid: "edit", run: () => screen.composer.edit(message) },
    text && { icon: icon("copy"), label: say("copy"), testid: "copy", run: () => screen.copy(message) },
    ready && { icon: icon("forward"), label: say("forward"), testid: "forward", run: () => screen.forward(message) },
    (own || screen.chat.type === "private") && { icon: icon("remove"), label: say("remove"), testid: "remove", danger: true, run: () => screen.remove(message) },
  ];
  const mine = message.reactions?.find(({ by }) => by === screen.app.person.id)?.emoji;
  const choices = (close) => el("div", { class: "emojis" }, EMOJIS.map((emoji) =>
    el("button", { type: "button", "aria-label": say("react", { emoji }), "aria-pressed": String(mine === emoji), on: { click: () => { close(); screen.react(message, mine === emoji ? null : emoji); } } }, emoji)));
  menu(point, items.filter(Boolean), choices);
}
