/** One open chat: header, pinned message, history, composer, and what the live feed changes in them. */

import { Composer } from "./composer.js";
import { header, messageMenu } from "./chat_menus.js";
import { el, icon } from "./dom.js";
import { toast } from "./dialogs.js";
import { Presses } from "./keyboard.js";
import { MessageList } from "./messages.js";
import { now, onNewDay, refused } from "./simulated.js";
import { gist } from "./text.js";
import { say } from "./words.js";

const ACTION_MS = 5500;

/** `app` has `phone`, `person`, `bots`, `back` (address or null), `openBot(link)`, `changeLanguage()`. */
export class ChatScreen {
  constructor(app, chat) {
    this.app = app;
    this.phone = app.phone;
    this.chat = chat;
    this.presses = new Presses(this.phone, chat.id, {
      openBot: app.openBot,
      prefill: (query) => this.composer.write(`@${this.#bot().username} ${query}`),
      refused,
    });
    this.history = new MessageList(
      { person: app.person.id, group: chat.type !== "private", presses: this.presses, actions: this.#actions() },
      (page) => this.phone.messages(chat.id, page),
      now,
    );
    this.composer = new Composer(this.phone, this.#sender());
    this.header = header(app, this);
    this.pinned = el("button", { type: "button", class: "pinned", hidden: true, data: { testid: "pinned" } });
    this.about = el("div", { class: "about-bot", hidden: true });
    this.root = el("section", { class: "screen chat", data: { testid: "chat", chatId: chat.id } },
      this.header.root, this.pinned, this.history.root, this.composer.root);
    this.history.scroller.prepend(this.about);
    this.#drops();
    this.stopDays = onNewDay(() => this.history.retell());
  }

  #bot() {
    return this.chat.bot ?? this.app.bots.find((bot) => this.chat.commands[0]?.bot === bot.username) ?? this.app.bots[0];
  }

  /** Fetches the chat and its newest messages and shows them. */
  open() {
    this.opened = this.#load();
    return this.opened;
  }

  async #load() {
    this.know(await this.phone.chat(this.chat.id));
    await this.history.refresh();
    this.#empty();
    this.#askedReply();
  }

  close() {
    this.history.close();
    this.stopDays();
    clearTimeout(this.actionTimer);
  }

  /** Takes the chat as it is now. */
  know(chat) {
    this.chat = chat;
    this.header.know(chat);
    this.composer.know(chat, this.app.bots);
    this.#pin(chat.pinned);
    this.#empty();
  }

  /** An event of the live feed that concerns this chat; those that come while it is being loaded wait. */
  async event(name, data) {
    await this.opened;
    if (name === "message") this.#came(data.message);
    else if (name === "edited") this.history.change(data.message);
    else if (name === "deleted") this.#gone(data.message_ids);
    else if (name === "reaction") this.#reacted(data);
    else if (name === "callback_answer") this.presses.answered(data);
    else if (name === "inline_results") this.composer.suggestions.results(data);
    else if (name === "action") this.#doing(data.action);
    else if (name === "pinned") this.#pin(data.pinned);
    else if (name === "keyboard") this.composer.keyboard(data.keyboard, this.#lastOfBot());
    else if (name === "chat") this.know(await this.phone.chat(this.chat.id));
  }

  #came(message) {
    if (message.from?.id !== this.app.person.id) this.#doing(null);
    this.history.add(message);
    this.#empty();
  }

  #gone(ids) {
    this.history.remove(ids);
    this.composer.forget(ids);
  }

  #reacted({ message_id: id, reactions }) {
    const message = this.history.find(id);
    if (message) this.history.change({ ...message, reactions });
  }

  #doing(action) {
    clearTimeout(this.actionTimer);
    this.header.doing(action && (action.startsWith("upload") || action.startsWith("record") ? say("uploading") : say("typing")));
    if (action) this.actionTimer = setTimeout(() => this.header.doing(null), ACTION_MS);
  }

  #lastOfBot() {
    return this.history.messages.findLast((message) => message.from?.is_bot);
  }

  #askedReply() {
    if (this.chat.keyboard?.force_reply) this.composer.keyboard(this.chat.keyboard, this.#lastOfBot());
  }

  /** Before the first message a chat shows what the bot says of itself. */
  #empty() {
    this.about.hidden = this.history.entries.length > 0 || !this.chat.description;
    this.about.replaceChildren(el("b", {}, say("what_can")), el("p", {}, this.chat.description ?? ""));
  }

  async #pin(ids = []) {
    const id = ids[0];
    this.pinnedId = id;
    this.pinned.hidden = !id;
    if (!id) return;
    const message = this.history.find(id) ?? (await this.phone.messages(this.chat.id, { after: id - 1, limit: 1 })).messages[0];
    if (this.pinnedId !== id) return;
    this.pinned.replaceChildren(icon("pin"), el("span", {}, el("b", {}, say("pinned")), el("span", {}, gist(message))));
    this.pinned.onclick = () => this.history.show(id);
  }

  /** Runs a request; its messages are shown at once. True when it went well. */
  async #try(request) {
    try {
      for (const message of (await request()) ?? []) this.#came(message);
      return true;
    } catch (error) {
      refused(error);
      return false;
    }
  }

  #sender() {
    const { phone } = this;
    const id = () => this.chat.id;
    return {
      text: (text, replyTo) => this.#try(() => phone.say(id(), { text, ...(replyTo && { reply_to: replyTo }) })),
      said: (body) => this.#try(() => phone.say(id(), body)),
      files: (kind, files, caption) => this.#try(() => this.#upload(kind, files, caption)),
      edit: (message, text) => this.#try(async () => {
        this.history.change(await phone.edit(id(), message.message_id, "text" in message ? { text } : { caption: text }));
      }),
      start: () => this.start(""),
      unblock: () => this.start(""),
      choose: (query, result) => this.#try(() => phone.chooseInline(query, result, id())),
      lastOwn: () => this.history.messages.findLast((message) => this.editable(message)),
      refused,
    };
  }

  /** Albums have at most ten parts; a voice goes alone. */
  async #upload(kind, files, caption) {
    const sent = [];
    for (let at = 0; at < files.length; at += 10) {
      const fields = at === 0 ? { caption } : {};
      sent.push(...(await this.phone.sendFiles(this.chat.id, kind, files.slice(at, at + 10), fields)));
    }
    return sent;
  }

  /** Presses Start, perhaps from a link with a payload. */
  async start(payload) {
    const done = await this.#try(async () => [await this.phone.start(this.chat.id, payload)]);
    if (done) this.know(await this.phone.chat(this.chat.id));
    return done;
  }

  /** Blocks the bot, or unblocks it without a word. */
  async block(blocked) {
    if (await this.#try(() => this.phone.block(this.chat.id, blocked).then(() => []))) {
      this.know(await this.phone.chat(this.chat.id));
    }
  }

  /** Whether the person may change this message. */
  editable(message) {
    const own = message.from?.id === this.app.person.id && !message.forward_origin && !message.via_bot;
    return own && ("text" in message || "photo" in message || "document" in message || "video" in message);
  }

  #actions() {
    return {
      command: (text) => this.#try(() => this.phone.say(this.chat.id, { text })),
      mention: (name) => this.composer.write(`${name} `),
      openBot: this.app.openBot,
      jump: (id) => this.history.show(id),
      reply: (message) => this.composer.reply(message),
      react: (message, emoji) => this.react(message, emoji),
      menu: (message, point) => messageMenu(this, this.history.find(message.message_id) ?? message, point),
    };
  }

  react(message, emoji) {
    return this.#try(async () => this.history.change(await this.phone.react(this.chat.id, message.message_id, emoji)));
  }

  remove(message) {
    return this.#try(async () => {
      await this.phone.remove(this.chat.id, message.message_id);
      this.#gone([message.message_id]);
    });
  }

  forward(message) {
    return this.#try(() => this.phone.say(this.chat.id, { forward: { chat: this.chat.id, message_ids: [message.message_id] } }));
  }

  async copy(message) {
    try {
      await navigator.clipboard.writeText(message.text ?? message.caption ?? "");
      toast(say("copied"));
    } catch {
      toast(say("not_here"));
    }
  }

  #drops() {
    this.root.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    this.root.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.composer.take(event.dataTransfer.files);
    });
  }
}
