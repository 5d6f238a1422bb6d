/** The simulated time as this phone shows it: hours, days, and instants of wall-clock times. */

import { say, spoken } from "./words.js";

/** The phone's zone; `?zone=` in the address names another. */
export const ZONE = new URLSearchParams(location.search).get("zone") || "Europe/Vilnius";

const formats = new Map();

function format(instant, options) {
  const key = spoken() + JSON.stringify(options);
  if (!formats.has(key)) {
    const locale = spoken() === "lt" ? "lt-LT" : "en-GB";
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  }
  return formats.get(key).format(instant);
}

/** "08:05" of an instant in milliseconds. */
export const hours = (ms) => format(ms, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** "Friday 27 November" or so, with the year where it isn't the current one. */
function longDay(ms, nowMs) {
  const year = wall(ms).year === wall(nowMs).year ? {} : { year: "numeric" };
  return dated(ms, "long", year);
}

/** The day of an instant as people call it at `nowMs`. */
export function dayName(ms, nowMs) {
  const apart = dayNumber(nowMs) - dayNumber(ms);
  if (apart === 0) return say("today");
  return apart === 1 ? say("yesterday") : longDay(ms, nowMs);
}

/** "Monday, 23 November" for the clock. */
export const clockDay = (ms) => dated(ms, "long");

/** "Mon, 23 November" where there is little room. */
export const shortDay = (ms) => dated(ms, "short");

/** The weekday comes first in both languages, which Lithuanian formats of browsers don't do. */
function dated(ms, weekday, more = {}) {
  return `${format(ms, { weekday })}, ${format(ms, { day: "numeric", month: "long", ...more })}`;
}

/** Hours today, else a short date: for lists. */
export const brief = (ms, nowMs) =>
  dayNumber(ms) === dayNumber(nowMs) ? hours(ms) : format(ms, { day: "2-digit", month: "2-digit" });

const partsFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
  hour: "numeric", minute: "numeric", second: "numeric",
});

/** The wall-clock time of an instant: year, month (1–12), day, hour, minute, second. */
export function wall(ms) {
  return Object.fromEntries(partsFormat.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
}

/** Days since 1970 of the local date. */
export function dayNumber(ms) {
  const { year, month, day } = wall(ms);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The instant in milliseconds at which the phone shows this wall-clock time; `day` may overflow the month. */
export function instant(year, month, day, hour, minute = 0) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const shift = (ms) => {
    const { year: y, month: m, day: d, hour: h, minute: n } = wall(ms);
    return Date.UTC(y, m - 1, d, h, n) - ms;
  };
  const guess = wanted - shift(wanted);
  return wanted - shift(guess);
}

/** The next time, strictly after `nowMs`, that it is `hour` o'clock on a weekday (1 Monday … 7 Sunday). */
export function nextWeekday(nowMs, weekday, hour) {
  const { year, month, day } = wall(nowMs);
  const today = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  const ahead = (weekday - today + 7) % 7;
  const first = instant(year, month, day + ahead, hour);
  return first > nowMs ? first : instant(year, month, day + ahead + 7, hour);
}
