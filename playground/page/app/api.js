/** The person's side of the stand-in over HTTP. */

/** What the server refused, in its own sentence. */
export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function ask(method, path, body) {
  const form = body instanceof FormData;
  let response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers: body && !form ? { "Content-Type": "application/json" } : {},
      body: form ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, "");
  }
  if (response.status === 204) return null;
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, said.error ?? response.statusText);
  return said;
}

export const people = () => ask("GET", "people");
export const addPerson = (person) => ask("POST", "people", person);
export const clock = () => ask("GET", "clock");
export const moveClock = (to) => ask("POST", "clock", to);
export const fileUrl = (fileId, download = false) =>
  `/api/files/${encodeURIComponent(fileId)}${download ? "?download=1" : ""}`;

/** One person's phone. Chats are named as that person sees them: the bot's id, or the group's. */
export class Phone {
  constructor(personId) {
    this.id = personId;
    this.path = `people/${personId}`;
  }

  chats() {
    return ask("GET", `${this.path}/chats`);
  }

  chat(chat) {
    return ask("GET", `${this.path}/chats/${chat}`);
  }

  /** `{messages, more}`; `page` may have `before`, `after`, `limit`. */
  messages(chat, page = {}) {
    return ask("GET", `${this.path}/chats/${chat}/messages?${new URLSearchParams(page)}`);
  }

  change(fields) {
    return ask("PATCH", this.path, fields);
  }

  start(chat, payload = "") {
    return ask("POST", `${this.path}/chats/${chat}/start`, { payload });
  }

  block(chat, blocked) {
    return ask("POST", `${this.path}/chats/${chat}/${blocked ? "block" : "unblock"}`);
  }

  async say(chat, said) {
    return (await ask("POST", `${this.path}/chats/${chat}/messages`, said)).messages;
  }

  async sendFiles(chat, kind, files, fields) {
    const form = new FormData();
    form.append("kind", kind);
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    for (const file of files) form.append("file", file, file.name);
    return (await ask("POST", `${this.path}/chats/${chat}/files`, form)).messages;
  }

  edit(chat, message, change) {
    return ask("PATCH", `${this.path}/chats/${chat}/messages/${message}`, change);
  }

  remove(chat, message) {
    return ask("DELETE", `${this.path}/chats/${chat}/messages/${message}`);
  }

  react(chat, message, emoji) {
    return ask("POST", `${this.path}/chats/${chat}/messages/${message}/reaction`, { emoji });
  }

  press(chat, message, row, column) {
    return ask("POST", `${this.path}/chats/${chat}/messages/${message}/press`, { row, column });
  }

  askInline(bot, query, chat) {
    return ask("POST", `${this.path}/inline`, { bot, query, offset: "", chat });
  }

  async chooseInline(queryId, resultId, chat) {
    return (await ask("POST", `${this.path}/inline/${queryId}/choose`, { result_id: resultId, chat })).messages;
  }
}
