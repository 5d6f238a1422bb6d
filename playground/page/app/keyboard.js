/** Inline keyboards under messages and what pressing them does; the reply keyboard under the composer. */

import { el, icon } from "./dom.js";
import { follow } from "./links.js";
import { alertBox, toast } from "./dialogs.js";
import { say } from "./words.js";

const SILENT_MS = 16_000;

/** Presses of one chat that wait for the bot's answer. */
export class Presses {
  /** `actions`: `openBot(link)`, `prefill(text)`, `refused(error)`. */
  constructor(phone, chat, actions) {
    this.phone = phone;
    this.chat = chat;
    this.actions = actions;
    this.waiting = new Map();
    this.early = new Map();
    this.spinning = new Set();
  }

  #key = (message, button) => `${message.message_id} ${button.callback_data}`;

  /** The rows of buttons of a message, or null when it has none. */
  keyboard(message) {
    const rows = message.reply_markup?.inline_keyboard;
    if (!rows?.length) return null;
    return el("div", { class: "inline-keyboard" }, rows.map((buttons, row) =>
      el("div", { class: "button-row" }, buttons.map((button, column) => this.#button(message, button, row, column)))));
  }

  #button(message, button, row, column) {
    const waits = button.callback_data != null && this.spinning.has(this.#key(message, button));
    const mark = button.url ? "link" : button.copy_text ? "copy" : "switch_inline_query" in button ? "forward" : null;
    return el(
      "button",
      {
        type: "button", class: waits ? "inline-button pressed" : "inline-button", title: button.text, "aria-busy": waits && "true",
        data: { testid: "inline-button", press: button.callback_data },
        on: { click: () => this.press(message, button, row, column) },
      },
      el("span", { class: "label" }, button.text),
      mark && icon(mark),
    );
  }

  /** Presses a button; the spinner turns until the bot answers or is too late. */
  async press(message, button, row, column) {
    if (button.url) return follow(button.url, this.actions.openBot);
    const key = this.#key(message, button);
    if (this.spinning.has(key)) return undefined;
    if (button.callback_data != null) this.#spin(key, message, true);
    try {
      const pressed = await this.phone.press(this.chat, message.message_id, row, column);
      if (!pressed.query_id) return this.#open(pressed.open);
      const early = this.early.get(pressed.query_id);
      const timer = setTimeout(() => this.#late(pressed.query_id), SILENT_MS);
      this.waiting.set(pressed.query_id, { key, message, timer });
      if (early) this.answered(early);
    } catch (error) {
      this.#spin(key, message, false);
      this.actions.refused(error);
    }
    return undefined;
  }

  #spin(key, message, on) {
    if (on) this.spinning.add(key);
    else this.spinning.delete(key);
    const data = key.slice(key.indexOf(" ") + 1);
    for (const bubble of document.querySelectorAll(`[data-message-id="${message.message_id}"]`)) {
      for (const button of bubble.querySelectorAll("[data-press]")) {
        if (button.dataset.press !== data) continue;
        button.classList.toggle("pressed", on);
        if (on) button.setAttribute("aria-busy", "true");
        else button.removeAttribute("aria-busy");
      }
    }
  }

  #late(queryId) {
    const { key, message } = this.waiting.get(queryId);
    this.waiting.delete(queryId);
    this.#spin(key, message, false);
    toast(say("bot_silent"));
  }

  /** The bot answered a press: a toast, an alert, a link, or nothing. Presses of other tabs are theirs. */
  answered(answer) {
    const pressed = this.waiting.get(answer.query_id);
    if (!pressed) {
      this.early.set(answer.query_id, answer);
      return;
    }
    this.early.delete(answer.query_id);
    this.waiting.delete(answer.query_id);
    clearTimeout(pressed.timer);
    this.#spin(pressed.key, pressed.message, false);
    if (answer.url) follow(answer.url, this.actions.openBot);
    if (answer.text && answer.show_alert) alertBox(answer.text);
    else if (answer.text) toast(answer.text);
  }

  #open(opened) {
    if (opened.url) return follow(opened.url, this.actions.openBot);
    if (opened.copy_text) {
      return navigator.clipboard.writeText(opened.copy_text.text).then(() => toast(say("copied")), () => toast(say("not_here")));
    }
    const query = opened.switch_inline_query_current_chat ?? opened.switch_inline_query;
    if (query != null) return this.actions.prefill(query);
    return toast(say("not_here"));
  }
}

/** The reply keyboard. `actions`: `text(words)`, `contact()`, `location()`. */
export function replyKeyboard(markup, actions) {
  const press = (button) => {
    if (button.request_contact) return actions.contact();
    if (button.request_location) return actions.location();
    if (button.request_users || button.request_chat || button.request_poll || button.web_app) return toast(say("not_here"));
    return actions.text(button.text);
  };
  return el(
    "div",
    { class: markup.resize_keyboard ? "reply-keyboard" : "reply-keyboard tall", data: { testid: "reply-keyboard" } },
    markup.keyboard.map((buttons) =>
      el("div", { class: "button-row" }, buttons.map((button) =>
        el("button", { type: "button", class: "reply-button", title: button.text, data: { testid: "reply-button" }, on: { click: () => press(button) } },
          button.request_contact && icon("person"), button.request_location && icon("place"),
          el("span", { class: "label" }, button.text))))),
  );
}
