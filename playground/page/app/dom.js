/** Building the page: data reaches it as text and attributes only, never as HTML. */

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  send: "M5 12h13M12.500 6l6 6-6 6",
  attach: "M12 5v14M5 12h14",
  keyboard: "M4 7h16v10H4zM7.500 10.500h.01M12 10.500h.01M16.500 10.500h.01M8 14h8",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  reply: "M9 7l-5 5 5 5M4 12h9a7 7 0 0 1 7 7",
  edit: "M5 19h3.500L19 8.500 15.500 5 5 15.500zM13 7.500l3.500 3.500",
  copy: "M9 9h10v11H9zM5 15V4h10",
  remove: "M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13",
  forward: "M15 7l5 5-5 5M20 12h-9a7 7 0 0 0-7 7",
  photo: "M4 6h16v13H4zM4 16l4.500-4.500 4 4 2.500-2.500 5 4.500M15.500 10h.01",
  file: "M7 3.500h7l4 4V20.500H7zM14 3.500v4h4",
  voice: "M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4zM6.500 11a5.500 5.500 0 0 0 11 0M12 16.500V20",
  place: "M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0c0 5-6.500 11-6.500 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500a7.500 7.500 0 0 1 15 0",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  link: "M8 16L17 7M10 7h7v7",
  block: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM6.500 6.500l11 11",
  theme: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 4v16M12 8a4 4 0 0 1 0 8",
  language: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c3 3 3 13 0 16M12 4c-3 3-3 13 0 16",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.500V12l3 2",
  window: "M5 5h14v14H5zM5 9h14",
  info: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8v.01",
};

/**
 * An element. `on` holds listeners, `data` data attributes; `false`, `null` and `undefined` leave an attribute
 * out, `true` sets it empty. Children are nodes or text; empty ones are skipped.
 */
export function el(tag, { on = {}, data = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, value] of Object.entries(data)) if (value != null) element.dataset[name] = value;
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...children.flat().filter((child) => child != null && child !== false && child !== ""));
  return element;
}

/** A line icon in the colour of the text around it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that is only an icon; `label` is read aloud and shown on hover. */
export function iconButton(name, label, onClick, testid) {
  return el(
    "button",
    { type: "button", class: "icon-button", "aria-label": label, title: label, data: { testid }, on: { click: onClick } },
    icon(name),
  );
}

/** A round picture of initials in a colour that stays with the id. */
export function avatar(name, id) {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  return el("span", { class: `avatar tint-${Math.abs(id) % 7}`, "aria-hidden": "true" }, initials || "?");
}

/** A person's or a user's whole name. */
export function fullName(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}

/** Whether the page is a phone itself rather than showing one. */
export const narrow = matchMedia("(max-width: 859px)");
