/** The page: whose phone it is, its screens by the address, the panels beside it, its live feed. */

import { people, Phone } from "./api.js";
import { ChatScreen } from "./chat.js";
import { chatsScreen } from "./chats.js";
import { el, fullName, icon, iconButton, narrow } from "./dom.js";
import { Live } from "./live.js";
import { People } from "./people.js";
import { clockPanel, clockSheet, now, onClock, readClock, refused, setClock } from "./simulated.js";
import { applyTheme, toggleTheme } from "./theme.js";
import { hours, shortDay } from "./time.js";
import { say, speak } from "./words.js";

const AGAIN_MS = 2500;
const query = new URLSearchParams(location.search);

class App {
  /** `everyone` there is; `person` is the one whose phone this is, or null. */
  constructor(everyone, person) {
    this.person = person;
    this.phone = person && new Phone(person.id);
    this.bots = [];
    this.chats = [];
    this.openBot = (link) => this.#openBot(link);
    this.people = new People(person?.id);
    this.people.show(everyone);
    this.#frame();
  }

  #frame() {
    const time = el("button", { type: "button", class: "status-clock", data: { testid: "status-clock" }, title: say("clock"), on: { click: () => this.#toClock() } });
    onClock(() => { time.textContent = `${hours(now())} · ${shortDay(now())}`; });
    this.offline = el("span", { class: "offline", hidden: true, role: "status" }, say("connecting"));
    this.place = el("div", { class: "place-for-screen" });
    this.phoneBox = el("main", { class: "phone", data: { testid: "phone" } },
      el("div", { class: "statusbar" }, time, this.offline, iconButton("theme", say("theme"), toggleTheme, "theme-toggle")),
      this.place, el("div", { class: "toasts", "aria-live": "polite" }));
    this.left = el("aside", { class: "side left" });
    this.right = el("aside", { class: "side right" });
    document.body.replaceChildren(el("div", { class: "stage" }, this.left, this.phoneBox, this.right));
    document.title = this.person ? fullName(this.person) : say("people");
    narrow.addEventListener("change", () => this.#arrange());
  }

  #toClock() {
    if (this.panel) this.panel.root.querySelector("button").focus();
    else clockSheet();
  }

  /** People and clock are beside the phone where there is room, else screens of it. */
  #arrange() {
    this.panel?.close();
    this.panel = null;
    this.right.replaceChildren();
    this.left.replaceChildren();
    if (!narrow.matches) {
      this.panel = clockPanel();
      this.left.append(el("h2", {}, say("people")), this.people.root);
      this.right.append(el("h2", {}, say("clock")), this.panel.root);
    }
    return this.route();
  }

  /** Begins: the picker, or the person's chats with the live feed. */
  async begin() {
    if (!this.person) {
      await this.#arrange();
      setInterval(() => document.hidden || people().then((found) => this.people.show(found), () => {}), AGAIN_MS);
      return;
    }
    this.live = new Live(this.person.id, (name, data) => this.#event(name, data).catch(refused), (on) => { this.offline.hidden = on; });
    addEventListener("hashchange", () => this.route());
    await this.live.ready;
    await this.#readChats();
    await this.#arrange();
    if (query.has("start")) await this.#startLink();
  }

  async #readChats() {
    this.chats = await this.phone.chats();
    this.bots = this.chats.filter((chat) => chat.bot).map((chat) => chat.bot);
    clearTimeout(this.again);
    if (!this.chats.length) this.again = setTimeout(() => this.#readChats().then(() => this.route(), () => {}), AGAIN_MS);
  }

  /** Shows the screen that the address names. */
  async route() {
    const named = this.chats.find((chat) => String(chat.id) === location.hash.slice(1));
    const chat = named ?? (this.chats.length === 1 && !location.hash ? this.chats[0] : null);
    this.screen?.close();
    this.screen = null;
    const toPeople = narrow.matches ? "/" : null;
    this.back = this.chats.length > 1 ? "#chats" : toPeople;
    if (!this.person) this.place.replaceChildren(this.#picker());
    else if (!chat) this.place.replaceChildren(chatsScreen(this.chats, this.person, toPeople));
    else await this.#show(chat);
  }

  async #show(chat) {
    const screen = new ChatScreen(this, chat);
    this.screen = screen;
    this.place.replaceChildren(screen.root);
    await screen.open();
    if (this.screen === screen && !narrow.matches) screen.composer.focus();
  }

  #picker() {
    const unknown = query.has("person") && el("p", { class: "problem", role: "alert" }, say("unknown_person"));
    const inside = narrow.matches ? [el("header", { class: "bar" }, el("h1", {}, say("people"))), unknown, this.people.root]
      : [el("div", { class: "welcome" }, icon("person"), el("h1", {}, say("pick")), unknown, el("p", {}, say("pick_hint")))];
    return el("section", { class: "screen picker", data: { testid: "picker" } }, inside);
  }

  async #event(name, data) {
    if (name === "clock") setClock(data);
    else if (name === "people") await this.#peopleChanged();
    else if (name === "reset") await this.#afresh();
    else if (this.screen && (data.chat ?? this.screen.chat.id) === this.screen.chat.id) await this.screen.event(name, data);
    if (name === "message" || name === "chat") await this.#elsewhere(name, data);
  }

  /** Something outside the open chat: the list shows it. */
  async #elsewhere(name, data) {
    const known = this.chats.some((chat) => chat.id === data.chat);
    if (known && (name === "chat" || this.screen)) return;
    await this.#readChats();
    if (!this.screen) await this.route();
  }

  async #peopleChanged() {
    const everyone = await people();
    this.people.show(everyone);
    const known = everyone.find(({ id }) => id === this.person.id);
    if (known && known.language_code !== this.person.language_code) location.reload();
  }

  async #afresh() {
    await Promise.all([readClock(), this.#readChats()]);
    await (this.screen ? this.screen.open() : this.route());
  }

  async #openChat(chat) {
    if (this.screen?.chat.id === chat.id) return;
    history.pushState(null, "", `#${chat.id}`);
    await this.route();
  }

  /** A deep link to a bot of this server is followed here; false when there is no such bot. */
  #openBot({ username, payload }) {
    const chat = this.chats.find((one) => one.bot?.username.toLowerCase() === username.toLowerCase());
    if (!chat) return false;
    this.#openChat(chat).then(() => payload && this.screen.start(payload)).catch(refused);
    return true;
  }

  /** `?start=PAYLOAD` presses Start with it once, for the bot named by `&bot=` or the only one. */
  async #startLink() {
    const wanted = query.get("bot")?.toLowerCase();
    const chat = this.chats.find((one) => one.bot && (!wanted || [String(one.id), one.bot.username.toLowerCase()].includes(wanted)));
    if (!chat) return;
    const payload = query.get("start");
    query.delete("start");
    query.delete("bot");
    history.replaceState(null, "", `/?${query}${location.hash}`);
    await this.#openChat(chat);
    await this.screen.start(payload);
  }

  changeLanguage(code) {
    return this.phone.change({ language_code: code }).then(() => location.reload(), refused);
  }
}

async function begin() {
  applyTheme();
  const [everyone] = await Promise.all([people(), readClock()]);
  const person = everyone.find(({ id }) => id === Number(query.get("person"))) ?? null;
  speak(person?.language_code ?? everyone[0]?.language_code ?? navigator.language);
  await new App(everyone, person).begin();
}

begin().catch((error) => {
  if (error.status !== 0) console.error(error);
  setTimeout(() => location.reload(), AGAIN_MS);
});
