/** The scrolling list of a chat's messages: pages of history, changes in place, staying at the newest. */

import { entryElement } from "./bubble.js";
import { el, iconButton } from "./dom.js";
import { service } from "./text.js";
import { dayName, dayNumber } from "./time.js";
import { say } from "./words.js";

const PAGE = 60;
const SHOWN = 900;
const NEAR_PX = 90;
const EARLY_PX = 700;
const JOINED_S = 300;

/** Shows what `load({before, limit})` gives, oldest first; `chat` is what bubbles need, `now()` in milliseconds. */
export class MessageList {
  constructor(chat, load, now) {
    this.chat = chat;
    this.load = load;
    this.now = now;
    this.entries = [];
    this.more = true;
    this.atNewest = true;
    this.unseen = 0;
    this.list = el("ol", { class: "messages", "aria-live": "polite", "aria-relevant": "additions", data: { testid: "messages" } });
    this.scroller = el("div", { class: "scroller", tabindex: 0, on: { scroll: () => this.#scrolled() } }, this.list);
    this.jump = iconButton("down", say("to_newest"), () => this.toNewest(true), "to-newest");
    this.jump.classList.add("to-newest");
    this.jump.hidden = true;
    this.root = el("div", { class: "history" }, this.scroller, this.jump);
    this.sizes = new ResizeObserver(() => this.atNewest && this.toNewest());
    this.sizes.observe(this.scroller);
    this.sizes.observe(this.list);
  }

  /** Stops watching; the list is not used again. */
  close() {
    this.sizes.disconnect();
  }

  /** Every message loaded, oldest first. */
  get messages() {
    return this.entries.flatMap((entry) => entry.messages);
  }

  find(id) {
    return this.messages.find((message) => message.message_id === id);
  }

  /** Loads the newest page afresh. */
  async refresh() {
    const { messages, more } = await this.load({ limit: PAGE });
    this.entries = [];
    this.list.replaceChildren();
    this.more = more;
    for (const message of messages) this.#insert(message);
    this.toNewest();
  }

  /** Adds a message that has come; scrolls to it when one was at the newest or said it oneself. */
  add(message) {
    const known = this.find(message.message_id);
    if (known) return this.change(message);
    const stick = this.atNewest || message.from?.id === this.chat.person;
    this.#insert(message);
    if (stick) {
      this.#trim();
      this.toNewest();
    } else {
      this.unseen += 1;
      this.#showJump();
    }
    return undefined;
  }

  /** Shows a loaded message as it is now; messages further back are shown so when they are loaded. */
  change(message) {
    const entry = this.entries.find((one) => one.messages.some((known) => known.message_id === message.message_id));
    if (!entry) return;
    entry.messages = entry.messages.map((known) => (known.message_id === message.message_id ? message : known));
    this.#redraw(entry);
  }

  remove(ids) {
    for (const entry of [...this.entries]) {
      const left = entry.messages.filter((message) => !ids.includes(message.message_id));
      if (left.length === entry.messages.length) continue;
      entry.messages = left;
      if (left.length) {
        this.#redraw(entry);
        continue;
      }
      const at = this.entries.indexOf(entry);
      entry.element.remove();
      this.entries.splice(at, 1);
      this.#decorate(at);
    }
  }

  /** Scrolls to the newest message. */
  toNewest(smooth = false) {
    this.atNewest = true;
    this.unseen = 0;
    this.#showJump();
    const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !quick ? "smooth" : "instant" });
  }

  /** Brings a message into view, loading older ones until it is there, and makes it flash. */
  async show(id) {
    while (!this.find(id) && this.more) if (!(await this.#older())) break;
    const entry = this.entries.find((one) => one.messages.some((message) => message.message_id === id));
    if (!entry) return;
    this.atNewest = false;
    entry.element.scrollIntoView({ block: "center" });
    entry.element.classList.add("flash");
    setTimeout(() => entry.element.classList.remove("flash"), 1600);
  }

  /** Names of days change when the clock moves. */
  retell() {
    this.entries.forEach((_, at) => this.#decorate(at));
  }

  #insert(message) {
    const id = message.message_id;
    let at = this.entries.length;
    while (at > 0 && this.entries[at - 1].messages[0].message_id > id) at -= 1;
    const before = this.entries[at - 1];
    if (message.media_group_id && before?.messages.at(-1).media_group_id === message.media_group_id) {
      before.messages.push(message);
      this.#redraw(before);
      return;
    }
    const next = this.entries[at];
    if (message.media_group_id && next?.messages[0].media_group_id === message.media_group_id) {
      next.messages.unshift(message);
      this.#redraw(next);
      return;
    }
    const entry = { messages: [message] };
    entry.element = entryElement(entry, this.chat);
    this.entries.splice(at, 0, entry);
    this.list.insertBefore(entry.element, next?.element ?? null);
    this.#decorate(at);
    this.#decorate(at + 1);
  }

  #redraw(entry) {
    const focused = document.activeElement?.dataset.press;
    const held = entry.element.contains(document.activeElement);
    const drawn = entryElement(entry, this.chat);
    entry.element.replaceWith(drawn);
    entry.element = drawn;
    this.#decorate(this.entries.indexOf(entry));
    if (held && focused) drawn.querySelector(`[data-press="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** The day above the first message of a day; what follows from the same hand is drawn closer. */
  #decorate(at) {
    const entry = this.entries[at];
    if (!entry) return;
    const message = entry.messages[0];
    const before = this.entries[at - 1]?.messages.at(-1);
    const ms = message.date * 1000;
    const newDay = !before || dayNumber(before.date * 1000) !== dayNumber(ms);
    const joined = !newDay && before.from?.id === message.from?.id && message.date - before.date < JOINED_S && !service(before);
    entry.element.classList.toggle("joined", joined);
    entry.element.querySelector(":scope > .day")?.remove();
    if (newDay) entry.element.prepend(el("div", { class: "day" }, el("span", { class: "pill" }, dayName(ms, this.now()))));
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.atNewest = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.atNewest) this.unseen = 0;
    this.#showJump();
    if (scrollTop < EARLY_PX) this.#older();
  }

  #showJump() {
    this.jump.hidden = this.atNewest;
    this.jump.dataset.count = this.unseen || "";
  }

  /** Loads the page before the oldest message, keeping what is in view where it is; false when there was none. */
  async #older() {
    if (this.loading || !this.more || !this.entries.length) return this.loading ?? false;
    this.loading = this.#olderPage();
    try {
      return await this.loading;
    } finally {
      this.loading = null;
    }
  }

  async #olderPage() {
    const oldest = this.entries[0].messages[0].message_id;
    const { messages, more } = await this.load({ before: oldest, limit: PAGE }).catch(() => ({ messages: [], more: true }));
    this.more = more;
    const height = this.scroller.scrollHeight;
    const top = this.scroller.scrollTop;
    for (const message of messages.reverse()) this.#insert(message);
    if (!this.atNewest) this.scroller.scrollTop = top + this.scroller.scrollHeight - height;
    return messages.length > 0;
  }

  /** A long day's messages don't make the page slow: the oldest shown go, and come back when scrolled to. */
  #trim() {
    if (this.entries.length <= SHOWN) return;
    for (const entry of this.entries.splice(0, this.entries.length - SHOWN / 2)) entry.element.remove();
    this.more = true;
    this.#decorate(0);
  }
}
