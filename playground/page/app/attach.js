/** Attachments: files with a caption, places, contacts, forwarded messages. */

import { el, icon } from "./dom.js";
import { menu, sheet } from "./dialogs.js";
import { size } from "./media.js";
import { say, spoken } from "./words.js";

const TOWNS = [
  ["Vilnius", 54.6872, 25.2797], ["Kaunas", 54.8985, 23.9036], ["Klaipėda", 55.7033, 21.1443], ["Šiauliai", 55.9349, 23.3137],
  ["Panevėžys", 55.7348, 24.3575], ["Alytus", 54.3963, 24.0459], ["Marijampolė", 54.5593, 23.3541], ["Utena", 55.4976, 25.6024],
  ["London", 51.5074, -0.1278], ["Manchester", 53.4808, -2.2426], ["Leeds", 53.8008, -1.5491], ["Bristol", 51.4545, -2.5879],
];

/** The menu of the attach button. */
export function attachMenu(button, sender) {
  const { left, top } = button.getBoundingClientRect();
  const choice = (name, mark, run) => ({ icon: icon(mark), label: say(name), run, testid: `attach-${name}` });
  menu({ x: left, y: top - 290 }, [
    choice("photo", "photo", () => pick("photo", "image/png,image/jpeg,image/gif,image/webp", true, sender)),
    choice("document", "file", () => pick("document", "", true, sender)),
    choice("voice", "voice", () => pick("voice", "audio/*", false, sender)),
    choice("location", "place", () => locationSheet(sender)),
    choice("own_contact", "person", () => sender.said({ contact: {} })),
    choice("other_contact", "person", () => contactSheet(sender)),
    choice("forwarded", "forward", () => forwardSheet(sender)),
  ]);
}

function pick(kind, accept, multiple, sender) {
  const input = el("input", { type: "file", accept, multiple, class: "hidden-file", data: { testid: "file-input" } });
  input.addEventListener("change", () => {
    if (input.files.length) fileSheet(kind, [...input.files], sender);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

/** Files without a chosen kind: all pictures go as photos, else everything as files. */
export function sendFiles(files, sender) {
  const pictures = files.every((file) => /^image\/(png|jpeg|gif|webp)$/.test(file.type));
  fileSheet(pictures ? "photo" : "document", files, sender);
}

function field(label, attributes = {}) {
  const input = el(attributes.rows ? "textarea" : "input", attributes);
  return { input, row: el("label", { class: "field" }, el("span", {}, label), input) };
}

/** A form in a sheet; `submit()` returns true when it may close. */
function formSheet(title, content, label, submit) {
  const send = el("button", { type: "submit", class: "primary wide", data: { testid: "sheet-send" } }, label);
  const form = el("form", { class: "form", novalidate: true }, content, send);
  const shown = sheet(title, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (submit()) shown.close();
  });
  form.querySelector("input, textarea")?.focus();
  return shown;
}

function fileSheet(kind, files, sender) {
  const urls = files.map((file) => (kind === "photo" ? URL.createObjectURL(file) : null));
  const shown = files.map((file, at) => el("div", { class: "picked" },
    urls[at] ? el("img", { src: urls[at], alt: file.name }) : icon(kind === "voice" ? "voice" : "file"),
    el("span", {}, file.name), el("small", {}, size(file.size))));
  const caption = field(say("caption"), { maxlength: 1024, data: { testid: "caption" } });
  const dialog = formSheet(say(kind), [el("div", { class: "picked-list" }, shown), caption.row], say("send"), () => {
    sender.files(kind, files, caption.input.value.trim());
    return true;
  });
  dialog.addEventListener("close", () => urls.forEach((url) => url && URL.revokeObjectURL(url)));
}

/** Two numbers as written in either language ("54,6872; 25,2797", "54.6872, 25.2797"), or null. */
export function coordinates(text) {
  const numbers = text.includes(";") || text.includes(".") ? text.split(/[;\s]+|,\s*(?=-?\d+\.)/) : text.split(/\s+/);
  const [latitude, longitude, ...rest] = numbers.filter(Boolean).map((part) => Number(part.replace(/,$/, "").replace(",", ".")));
  const right = !rest.length && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return right ? { latitude, longitude } : null;
}

/** Places to send: some towns, or one's own coordinates. */
export function locationSheet(sender) {
  const own = field(say("coordinates"), { inputmode: "text", placeholder: spoken() === "lt" ? "54,6872; 25,2797" : "54.6872, 25.2797", data: { testid: "coordinates" } });
  const problem = el("p", { class: "problem", role: "alert" });
  const towns = TOWNS.map(([name, latitude, longitude]) => el("button", { type: "button", class: "chip", data: { testid: "town" }, on: { click: () => {
    sender.said({ location: { latitude, longitude } });
    shown.close();
  } } }, name));
  const shown = formSheet(say("location"), [el("div", { class: "chips" }, towns), own.row, problem], say("my_place"), () => {
    const where = coordinates(own.input.value);
    if (where) sender.said({ location: where });
    else problem.textContent = say("bad_coordinates");
    return Boolean(where);
  });
}

function contactSheet(sender) {
  const first = field(say("first_name"), { required: true, autocomplete: "off", data: { testid: "contact-first" } });
  const last = field(say("last_name"), { autocomplete: "off", data: { testid: "contact-last" } });
  const phone = field(say("phone"), { required: true, type: "tel", placeholder: "+370…", autocomplete: "off", data: { testid: "contact-phone" } });
  const form = [first, last, phone];
  formSheet(say("contact"), form.map(({ row }) => row), say("send"), () => {
    const missing = form.find(({ input }) => !input.reportValidity());
    if (missing) return false;
    const [first_name, last_name, phone_number] = form.map(({ input }) => input.value.trim());
    sender.said({ contact: { first_name, last_name, phone_number } });
    return true;
  });
}

function forwardSheet(sender) {
  const from = field(say("from_whom"), { required: true, autocomplete: "off", data: { testid: "forward-from" } });
  const text = field(say("text"), { required: true, rows: 4, data: { testid: "forward-text" } });
  formSheet(say("forwarded"), [from.row, text.row], say("send"), () => {
    if (!from.input.reportValidity() || !text.input.reportValidity()) return false;
    sender.said({ forward: { sender_name: from.input.value.trim(), text: text.input.value } });
    return true;
  });
}
