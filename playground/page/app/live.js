/** A person's live feed: resumes after a lost connection, rests while the tab is hidden. */

const EVENTS = [
  "message", "edited", "deleted", "callback_answer", "inline_results", "action",
  "reaction", "pinned", "keyboard", "chat", "people", "clock", "reset",
];
const RETRY_MS = 1000;
const HIDDEN_MS = 5000;
const READY_MS = 2000;

/** Browsers allow six connections to one address over all tabs, so hidden tabs give theirs back. */
export class Live {
  /** `onEvent(name, data)`; `onState(connected)`. `reset` comes also when nothing is known to resume from. */
  constructor(personId, onEvent, onState) {
    this.address = `/api/people/${personId}/live`;
    this.onEvent = onEvent;
    this.onState = onState;
    this.lastId = "";
    this.opened = false;
    document.addEventListener("visibilitychange", () => this.#visibility());
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", (event) => event.persisted && this.#connect());
    /** Settles once the feed is open, or after a moment without it. */
    this.ready = new Promise((resolve) => {
      this.#first = resolve;
      setTimeout(resolve, READY_MS);
    });
    this.#connect();
  }

  #first;

  #connect() {
    this.#close();
    const query = this.lastId ? `?last_event_id=${encodeURIComponent(this.lastId)}` : "";
    const source = new EventSource(this.address + query);
    this.source = source;
    source.addEventListener("open", () => this.#open());
    source.addEventListener("error", () => {
      this.onState(false);
      if (source.readyState === EventSource.CLOSED) this.timer = setTimeout(() => this.#connect(), RETRY_MS);
    });
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => {
        this.lastId = event.lastEventId || this.lastId;
        this.onEvent(name, JSON.parse(event.data));
      });
    }
  }

  #open() {
    this.onState(true);
    if (this.opened && !this.lastId) this.onEvent("reset", {});
    this.opened = true;
    this.#first();
  }

  #close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  #visibility() {
    clearTimeout(this.hiding);
    if (document.hidden) this.hiding = setTimeout(() => this.#close(), HIDDEN_MS);
    else if (!this.source) this.#connect();
  }
}
