/** Where a message is written: text, reply and edit, commands, attachments, the reply keyboard, Start. */

import { attachMenu, locationSheet, sendFiles } from "./attach.js";
import { el, fullName, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { Suggestions } from "./suggest.js";
import { gist } from "./text.js";
import { say } from "./words.js";

const TALLEST_PX = 160;

/**
 * `sender` sends: `text(words, replyTo)`, `edit(message, words)`, `said(body)`, `files(kind, files, caption)`,
 * `start()`, `unblock()`, `choose(queryId, resultId)`, `refused(error)`, `lastOwn()`.
 */
export class Composer {
  constructor(phone, sender) {
    this.sender = sender;
    this.suggestions = new Suggestions(phone, {
      command: (text) => this.#send(text),
      choose: (query, result) => { this.#clear(); sender.choose(query, result); },
      refused: sender.refused,
    });
    this.#build();
  }

  #build() {
    this.input = el("textarea", {
      rows: 1, placeholder: say("message"), "aria-label": say("message"), data: { testid: "composer-input" }, dir: "auto",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event), paste: (event) => this.#paste(event) },
    });
    this.menuButton = el("button", { type: "button", class: "icon-button slash", "aria-label": say("commands"), title: say("commands"), data: { testid: "menu-button" }, on: { click: () => this.#toggleCommands() } }, "/");
    this.keyboardButton = iconButton("keyboard", say("hide_keyboard"), () => this.#toggleKeyboard(), "keyboard-toggle");
    this.attachButton = iconButton("attach", say("attach"), (event) => this.#attach(event), "attach-button");
    this.sendButton = iconButton("send", say("send"), () => this.#submit(), "send-button");
    this.sendButton.classList.add("send");
    this.context = el("div", { class: "context", hidden: true });
    this.row = el("div", { class: "composer-row" }, this.attachButton, this.menuButton, this.input, this.keyboardButton, this.sendButton);
    this.startButton = el("button", { type: "button", class: "primary wide", data: { testid: "start-button" } });
    this.keys = el("div", { class: "keys" });
    this.root = el("div", { class: "composer" }, this.suggestions.root, this.context, this.row, this.startButton, this.keys);
  }

  /** Takes the chat as it is now: started, blocked, commands, keyboard. */
  know(chat, bots) {
    const again = JSON.stringify(chat.keyboard) === JSON.stringify(this.chat?.keyboard);
    this.chat = chat;
    this.suggestions.know(chat, bots);
    const ready = chat.started && !chat.blocked;
    this.row.hidden = !ready;
    this.startButton.hidden = ready;
    this.startButton.textContent = chat.blocked ? say("unblock") : say("start");
    this.startButton.onclick = () => (chat.blocked ? this.sender.unblock() : this.sender.start());
    this.menuButton.hidden = !chat.commands.length;
    if (!again || !ready) this.keyboard(ready ? chat.keyboard : null);
  }

  /** Shows, changes or takes away the reply keyboard; `asked` is the message that a forced reply is about. */
  keyboard(markup, asked) {
    this.chat.keyboard = markup;
    const rows = markup?.keyboard;
    this.keyboardButton.hidden = !rows;
    this.keys.replaceChildren(...(rows ? [replyKeyboard(markup, {
      text: (words) => this.sender.text(words),
      contact: () => this.sender.said({ contact: {} }),
      location: () => locationSheet(this.sender),
    })] : []));
    this.#foldKeys(false);
    this.input.placeholder = markup?.input_field_placeholder ?? say("message");
    if (markup?.force_reply && asked) this.reply(asked);
  }

  /** What is written will answer this message. */
  reply(message) {
    this.editing = null;
    this.answering = message;
    this.#showContext("reply", fullName(message.from ?? {}) || say("message"), gist(message));
    this.focus();
  }

  /** What is written will replace this message's text or caption. */
  edit(message) {
    this.answering = null;
    this.editing = message;
    this.#showContext("edit", say("editing"), gist(message));
    this.write(message.text ?? message.caption ?? "");
  }

  /** Puts text into the field, as if typed. */
  write(text) {
    this.input.value = text;
    this.#typed();
    this.focus();
    this.input.setSelectionRange(text.length, text.length);
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  /** The message that is answered or changed is gone. */
  forget(ids) {
    if (ids.includes((this.answering ?? this.editing)?.message_id)) this.#endContext();
  }

  /** Files that were dropped or pasted. */
  take(files) {
    if (files.length && !this.row.hidden) sendFiles([...files], this.sender);
  }

  #showContext(kind, title, text) {
    this.context.replaceChildren(
      icon(kind),
      el("div", {}, el("b", {}, title), el("span", {}, text)),
      iconButton("close", say("cancel"), () => this.#endContext(), "cancel-context"),
    );
    this.context.hidden = false;
    this.sendButton.title = kind === "edit" ? say("save") : say("send");
  }

  #endContext() {
    if (this.editing) this.#clear();
    this.answering = null;
    this.editing = null;
    this.context.hidden = true;
    this.sendButton.title = say("send");
  }

  #clear() {
    this.input.value = "";
    this.#typed();
  }

  #typed() {
    const { input } = this;
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, TALLEST_PX)}px`;
    this.row.classList.toggle("filled", Boolean(input.value.trim()));
    if (!this.editing) this.suggestions.typed(input.value);
  }

  #key(event) {
    const { key, shiftKey, isComposing } = event;
    if (isComposing) return;
    if (key === "Enter" && !shiftKey) this.#submit();
    else if (key === "Escape" && this.suggestions.open) this.suggestions.close();
    else if (key === "Escape" && !this.context.hidden) this.#endContext();
    else if (key === "ArrowUp" && this.suggestions.focus()) event.stopPropagation();
    else if (key === "ArrowUp" && !this.input.value && this.sender.lastOwn()) this.edit(this.sender.lastOwn());
    else return;
    event.preventDefault();
  }

  #paste(event) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    this.take(event.clipboardData.files);
  }

  #submit() {
    const text = this.input.value;
    if (!text.trim()) return this.focus();
    return this.#send(text);
  }

  /** Sends at once; what was refused comes back into the empty field. */
  async #send(text) {
    const { editing, answering } = this;
    this.editing = null;
    this.#endContext();
    this.#clear();
    this.suggestions.close();
    const sent = editing ? await this.sender.edit(editing, text) : await this.sender.text(text, answering?.message_id);
    if (sent || this.input.value) return;
    this.write(text);
    if (editing) this.edit(editing);
    else if (answering) this.reply(answering);
  }

  #toggleCommands() {
    if (this.suggestions.open) this.suggestions.close();
    else this.suggestions.commands();
  }

  #toggleKeyboard() {
    this.#foldKeys(!this.keys.hidden);
  }

  #foldKeys(folded) {
    this.keys.hidden = folded;
    const label = folded ? say("show_keyboard") : say("hide_keyboard");
    this.keyboardButton.title = label;
    this.keyboardButton.setAttribute("aria-label", label);
  }

  #attach(event) {
    attachMenu(event.currentTarget, this.sender);
  }
}
