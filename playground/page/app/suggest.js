/** The list above the composer: the bot's commands, or the results of an inline query. */

import { el } from "./dom.js";

const PAUSE_MS = 250;

/** `actions`: `command(text)`, `choose(queryId, resultId)`, `refused(error)`. */
export class Suggestions {
  constructor(phone, actions) {
    this.phone = phone;
    this.actions = actions;
    this.root = el("div", { class: "suggestions", data: { testid: "suggestions" }, hidden: true });
    this.bots = new Map();
  }

  /** Takes the chat as it is now: its commands and bots. */
  know(chat, bots) {
    this.chat = chat;
    this.bots = new Map(bots.map((bot) => [bot.username.toLowerCase(), bot.id]));
    if (this.all) this.commands();
  }

  /** Whether commands or results are shown. */
  get open() {
    return !this.root.hidden;
  }

  close() {
    this.root.hidden = true;
    this.all = false;
    this.asked = null;
  }

  /** All commands, as the menu button shows them. */
  commands() {
    this.all = true;
    this.#commands("");
  }

  /** What the composer holds has changed. */
  typed(text) {
    clearTimeout(this.timer);
    this.all = false;
    const inline = /^@(\w+)\s([\s\S]*)$/.exec(text);
    const bot = inline && this.bots.get(inline[1].toLowerCase());
    if (bot) {
      this.timer = setTimeout(() => this.#ask(bot, inline[2]), PAUSE_MS);
      return;
    }
    this.asked = null;
    if (/^\/\w*$/.test(text)) this.#commands(text.slice(1).toLowerCase());
    else this.close();
  }

  #commands(start) {
    const found = this.chat.commands.filter(({ command }) => command.startsWith(start));
    const group = this.chat.type !== "private";
    this.#show(found.map(({ command, description, bot }) => ({
      title: `/${command}`, note: description, testid: "command",
      run: () => this.actions.command(group ? `/${command}@${bot}` : `/${command}`),
    })));
  }

  async #ask(bot, query) {
    try {
      const { query_id: id } = await this.phone.askInline(bot, query, this.chat.id);
      this.asked = id;
      if (this.early?.query_id === id) this.results(this.early);
    } catch (error) {
      this.actions.refused(error);
    }
  }

  /** The bot has answered an inline query; only the newest one asked here counts. */
  results(answer) {
    this.early = answer;
    if (answer.query_id !== this.asked) return;
    this.#show(answer.results.map((result) => ({
      title: result.title ?? result.caption ?? result.type, note: result.description ?? result.address, testid: "inline-result",
      run: () => this.actions.choose(answer.query_id, result.id),
    })));
  }

  #show(items) {
    this.root.replaceChildren(...items.map((item) =>
      el("button", { type: "button", class: "suggestion", data: { testid: item.testid }, on: { click: () => { this.close(); item.run(); } } },
        el("b", {}, item.title), item.note && el("span", {}, item.note))));
    this.root.hidden = !items.length;
    this.root.scrollTop = 0;
  }

  /** Moves the focus into the list; false when it is closed. */
  focus() {
    if (this.open) this.root.lastElementChild.focus();
    return this.open;
  }
}
