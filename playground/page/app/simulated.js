/** The simulated clock: what it shows now, and the panel that moves it forward. */

import { clock, moveClock } from "./api.js";
import { sheet, toast } from "./dialogs.js";
import { el } from "./dom.js";
import { clockDay, dayNumber, hours, instant, nextWeekday, wall } from "./time.js";
import { say } from "./words.js";

const listeners = new Set();
let known = { at: Date.now(), measured: performance.now() };

/** The simulated instant in milliseconds. */
export const now = () => known.at + performance.now() - known.measured;

/** Takes the clock as the server tells it. */
export function setClock(state) {
  known = { at: Date.parse(state.now), measured: performance.now() };
  for (const listener of listeners) listener();
}

/** Asks the server for its clock. */
export async function readClock() {
  setClock(await clock());
}

/** Calls back whenever the clock is moved and each second; returns how to stop it. */
export function onClock(listener) {
  const timer = setInterval(listener, 1000);
  listeners.add(listener);
  listener();
  return () => {
    clearInterval(timer);
    listeners.delete(listener);
  };
}

async function move(to) {
  if (to <= now()) return say("forward_only");
  try {
    setClock(await moveClock({ to: new Date(to).toISOString() }));
    return "";
  } catch (error) {
    return error.status === 400 ? say("forward_only") : error.message || say("no_answer");
  }
}

function tomorrow(hour) {
  const { year, month, day } = wall(now());
  return instant(year, month, day + 1, hour);
}

const JUMPS = [
  ["plus_hour", () => now() + 3_600_000],
  ["tomorrow_8", () => tomorrow(8)],
  ["friday_9", () => nextWeekday(now(), 5, 9)],
  ["monday_8", () => nextWeekday(now(), 1, 8)],
];

function localField(ms) {
  const { year, month, day, hour, minute } = wall(ms);
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The panel with the time, the jumps and a date-time field; `close()` of the result stops it. */
export function clockPanel() {
  const time = el("div", { class: "clock-time", data: { testid: "clock-time" } });
  const day = el("div", { class: "clock-day", data: { testid: "clock-day" } });
  const problem = el("p", { class: "problem", role: "alert", data: { testid: "clock-problem" } });
  const field = el("input", { type: "datetime-local", "aria-label": say("date_time"), data: { testid: "clock-field" } });
  const go = async (to) => {
    problem.textContent = await move(to);
    if (!problem.textContent) field.value = localField(now());
  };
  const jumps = JUMPS.map(([name, to]) =>
    el("button", { type: "button", class: "chip", data: { testid: `clock-${name}` }, on: { click: () => go(to()) } }, say(name)));
  const form = el("form", { class: "clock-form", novalidate: true }, field, el("button", { type: "submit", class: "chip strong", data: { testid: "clock-set" } }, say("set_time")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(field.value);
    if (found) go(instant(...found.slice(1).map(Number)));
  });
  const root = el("section", { class: "clock-panel", data: { testid: "clock" }, "aria-label": say("clock") },
    time, day, el("div", { class: "chips" }, jumps), form, problem, el("p", { class: "hint" }, say("clock_hint")));
  const stop = onClock(() => {
    time.textContent = hours(now());
    day.textContent = clockDay(now());
  });
  field.value = localField(now());
  return { root, close: stop };
}

/** The panel as a sheet, for a phone-sized page. */
export function clockSheet() {
  const panel = clockPanel();
  sheet(say("clock"), panel.root).addEventListener("close", panel.close);
}

/** Calls back when the local date has changed. */
export function onNewDay(listener) {
  let day = dayNumber(now());
  return onClock(() => {
    if (dayNumber(now()) === day) return;
    day = dayNumber(now());
    listener();
  });
}

/** Says a refusal of the server, or that there is no connection. */
export const refused = (error) => {
  if (!(error instanceof Error) || error.status === undefined) throw error;
  toast(error.message || say("no_answer"));
};
