/** What comes up over the phone: toasts, alerts, sheets with forms, pictures, menus. */

import { el, iconButton } from "./dom.js";
import { say } from "./words.js";

const TOAST_MS = 3500;

function phoneBox() {
  return (document.querySelector(".phone") ?? document.body).getBoundingClientRect();
}

/** A short notice at the top of the phone that goes away by itself. */
export function toast(text) {
  const place = document.querySelector(".toasts");
  const shown = el("div", { class: "toast", role: "status", data: { testid: "toast" } }, text);
  place.append(shown);
  while (place.children.length > 3) place.firstChild.remove();
  setTimeout(() => shown.remove(), TOAST_MS + text.length * 20);
}

/** Opens a dialog over the phone; it is gone once closed. Returns it. */
function dialog(kind, testid, ...children) {
  const box = phoneBox();
  const shown = el("dialog", { class: kind, data: { testid } }, ...children);
  shown.style.setProperty("--left", `${box.left}px`);
  shown.style.setProperty("--width", `${box.width}px`);
  shown.style.setProperty("--top", `${box.top}px`);
  shown.style.setProperty("--height", `${box.height}px`);
  shown.addEventListener("close", () => shown.remove());
  shown.addEventListener("click", (event) => event.target === shown && shown.close());
  document.body.append(shown);
  shown.showModal();
  return shown;
}

/** A box to be confirmed, as bots' alerts are. */
export function alertBox(text) {
  const shown = dialog(
    "alert", "alert",
    el("p", {}, text),
    el("button", { type: "button", class: "primary", autofocus: true, on: { click: () => shown.close() } }, say("ok")),
  );
}

/** A sheet from below with a title and the given content. Returns the dialog. */
export function sheet(title, ...content) {
  const close = iconButton("close", say("close"), () => shown.close());
  const shown = dialog("sheet", "sheet", el("header", {}, el("h2", {}, title), close), ...content);
  return shown;
}

/** A picture over everything; any tap closes it. */
export function showPicture(address) {
  const shown = el("dialog", { class: "picture" }, el("img", { src: address, alt: say("photo") }));
  shown.addEventListener("click", () => shown.close());
  shown.addEventListener("close", () => shown.remove());
  document.body.append(shown);
  shown.showModal();
}

/**
 * A menu at a point of the window: `items` are `{icon element, label, run, testid, danger}`; `head` comes above
 * them. Closes on a choice, a press elsewhere or Escape, and gives the focus back.
 */
export function menu({ x, y }, items, head) {
  document.querySelector(".menu")?.remove();
  const before = document.activeElement;
  const close = () => {
    shown.remove();
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", close);
  };
  const outside = (event) => !shown.contains(event.target) && close();
  const shown = el(
    "div",
    { class: "menu", role: "menu", data: { testid: "menu" } },
    head?.(close),
    items.map((item) =>
      el("button", { type: "button", role: "menuitem", class: item.danger && "danger", data: { testid: item.testid }, on: { click: () => { close(); item.run(); } } }, item.icon, item.label)),
  );
  shown.addEventListener("keydown", (event) => {
    const choices = [...shown.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choices.at((choices.indexOf(document.activeElement) + step) % choices.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") { close(); before?.focus?.(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(shown);
  place(shown, x, y);
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", close);
  shown.querySelector("[role=menuitem]").focus({ preventScroll: true });
}

function place(shown, x, y) {
  const box = phoneBox();
  const { width, height } = shown.getBoundingClientRect();
  const within = (value, low, high) => Math.max(low, Math.min(value, high));
  shown.style.left = `${within(x, box.left + 8, box.right - width - 8)}px`;
  shown.style.top = `${within(y, box.top + 8, box.bottom - height - 8)}px`;
}
