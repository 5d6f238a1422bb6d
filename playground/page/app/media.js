/** What a message carries beside text: pictures, files, sounds, places, contacts, stickers. */

import { fileUrl } from "./api.js";
import { avatar, el, fullName, icon } from "./dom.js";
import { showPicture } from "./dialogs.js";
import { spoken, say } from "./words.js";

/** The element for a message's media, or null when it has none. */
export function media(message) {
  if (message.photo) return photo(message.photo.at(-1), message.has_media_spoiler);
  if (message.animation) return video(message.animation, { loop: true, muted: true, autoplay: true });
  if (message.video) return video(message.video, { controls: true });
  if (message.video_note) return video(message.video_note, { controls: true });
  if (message.voice) return sound(message.voice, say("voice"));
  if (message.audio) return sound(message.audio, message.audio.title ?? message.audio.file_name ?? say("audio"));
  if (message.document) return file(message.document);
  if (message.sticker) return sticker(message.sticker);
  if (message.dice) return el("div", { class: "big-emoji" }, message.dice.emoji, el("small", {}, String(message.dice.value)));
  if (message.venue) return place(message.venue.location, message.venue);
  if (message.location) return place(message.location);
  if (message.contact) return contact(message.contact);
  return null;
}

/** Whether the media stands alone, without a bubble around it. */
export const bare = (message) => Boolean(message.sticker || message.dice);

function photo(size, veiled) {
  const image = el("img", {
    src: fileUrl(size.file_id), alt: say("photo"), width: size.width || 320, height: size.height || 240, decoding: "async",
  });
  const button = el("button", { type: "button", class: "photo", "aria-label": say("photo") }, image);
  if (veiled) button.classList.add("veiled");
  button.addEventListener("click", () => {
    if (button.classList.contains("veiled")) button.classList.remove("veiled");
    else showPicture(fileUrl(size.file_id));
  });
  return button;
}

function video(clip, options) {
  return el("video", { class: "video", src: fileUrl(clip.file_id), preload: "metadata", playsinline: true, ...options });
}

function sound(recording, title) {
  return el(
    "div",
    { class: "sound" },
    el("span", { class: "sound-title" }, icon("voice"), title, recording.duration ? ` · ${duration(recording.duration)}` : ""),
    el("audio", { src: fileUrl(recording.file_id), controls: true, preload: "none" }),
  );
}

function duration(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function file(document) {
  const name = document.file_name ?? say("document");
  return el(
    "a",
    { class: "file", href: fileUrl(document.file_id, true), download: name, title: say("download") },
    el("span", { class: "file-mark" }, icon("file")),
    el("span", { class: "file-about" }, el("b", {}, name), el("small", {}, size(document.file_size ?? 0))),
  );
}

/** A file's size in the largest fitting unit. */
export function size(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, "B"] : bytes < 1_048_576 ? [bytes / 1024, "kB"] : [bytes / 1_048_576, "MB"];
  return `${value.toLocaleString(spoken(), { maximumFractionDigits: unit === "B" ? 0 : 1 })} ${unit}`;
}

function sticker(sent) {
  const emoji = () => el("div", { class: "big-emoji" }, sent.emoji ?? "🙂");
  if (!sent.file_size) return emoji();
  const image = el("img", { class: "sticker", src: fileUrl(sent.file_id), alt: sent.emoji ?? say("sticker"), width: 160, height: 160 });
  image.addEventListener("error", () => image.replaceWith(emoji()), { once: true });
  return image;
}

function place(where, venue) {
  const position = `${where.latitude.toFixed(5)}, ${where.longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${where.latitude}&mlon=${where.longitude}#map=15/${where.latitude}/${where.longitude}`;
  return el(
    "a",
    { class: "place", href: map, target: "_blank", rel: "noopener noreferrer", title: say("open_map") },
    el("span", { class: "map", "aria-hidden": "true" }, icon("place")),
    el("b", {}, venue ? venue.title : say("location")),
    el("small", {}, venue?.address ?? position),
  );
}

function contact(card) {
  return el(
    "div",
    { class: "contact" },
    avatar(fullName(card), card.user_id ?? card.phone_number.length),
    el("span", { class: "file-about" }, el("b", {}, fullName(card)), el("a", { href: `tel:${card.phone_number.replace(/[^\d+]/g, "")}` }, card.phone_number)),
  );
}
