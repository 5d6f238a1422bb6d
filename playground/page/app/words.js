/** The page's own labels, in the language of the person whose phone it is. */

const WORDS = {
  lt: {
    people: "Žmonės", pick: "Kieno telefonas?", pick_hint: "Pasirinkite žmogų – atsivers jo telefonas. Kiekvieną galima atverti atskirame skirtuke.",
    nobody: "Čia dar nieko nėra. Pridėkite pirmą žmogų.", unknown_person: "Tokio žmogaus čia nėra.", new_tab: "Naujame skirtuke",
    add_person: "Pridėti žmogų", first_name: "Vardas", last_name: "Pavardė", phone: "Telefonas", note: "Pastaba",
    language: "Kalba", lithuanian: "Lietuvių", english: "Anglų", add: "Pridėti", cancel: "Atšaukti", close: "Uždaryti", ok: "Gerai",
    chats: "Pokalbiai", no_bot: "Laukiama, kol prisijungs botas…", no_messages: "Žinučių dar nėra", bot: "botas", back: "Atgal",
    members: "Dalyvių: {n}", connecting: "Jungiamasi…", typing: "rašo…", uploading: "siunčia failą…", more: "Meniu", about: "Apie botą",
    start: "Pradėti", unblock: "Atblokuoti ir tęsti", block: "Blokuoti botą", what_can: "Ką šis botas gali?",
    message: "Žinutė", send: "Siųsti", save: "Išsaugoti", commands: "Komandos", attach: "Pridėti", show_keyboard: "Rodyti mygtukus", hide_keyboard: "Slėpti mygtukus",
    reply: "Atsakyti", edit: "Keisti", copy: "Kopijuoti", copied: "Nukopijuota", remove: "Ištrinti", forward: "Persiųsti", react: "Reaguoti {emoji}", actions: "Veiksmai su žinute",
    editing: "Keičiama žinutė", edited: "pakeista", you: "Jūs", pinned: "Prisegta", to_newest: "Į naujausias",
    photo: "Nuotrauka", video: "Vaizdo įrašas", document: "Failas", voice: "Balso žinutė", audio: "Garso įrašas", location: "Vieta", venue: "Vieta", contact: "Kontaktas", sticker: "Lipdukas", animation: "Animacija", dice: "Kauliukas",
    own_contact: "Mano kontaktas", other_contact: "Kitas kontaktas", forwarded: "Persiųsta žinutė", forwarded_from: "Persiųsta iš: {name}", from_whom: "Iš ko", text: "Tekstas", caption: "Aprašas",
    coordinates: "Koordinatės: platuma, ilguma", bad_coordinates: "Reikia dviejų skaičių, pvz., 54,6872; 25,2797.", my_place: "Siųsti vietą", open_map: "Žemėlapyje", download: "Atsisiųsti",
    today: "Šiandien", yesterday: "Vakar", clock: "Laikrodis", clock_hint: "Botas gyvena pagal šį laiką: pasukus į priekį, ateina priminimai ir suvestinės.",
    plus_hour: "+1 val.", tomorrow_8: "Rytoj 8:00", friday_9: "Į penktadienį 9:00", monday_8: "Į pirmadienį 8:00", set_time: "Pasukti", date_time: "Data ir laikas", forward_only: "Laikrodis sukamas tik į priekį.",
    no_answer: "Ryšio nėra. Bandykite dar kartą.", not_here: "Šioje vietoje tokio mygtuko paspausti negalima.", bot_silent: "Botas neatsakė.", unsupported: "Tokios žinutės čia parodyti negalima.",
    s_pinned: "{name} prisegė žinutę", s_joined: "{name}: prisijungė prie grupės", s_left: "{name}: išėjo iš grupės", s_title: "Naujas grupės pavadinimas: {name}", s_created: "Grupė sukurta",
    theme: "Šviesu arba tamsu", dark: "Tamsu", light: "Šviesu", switch_language: "Telefono kalba: English", via: "per @{name}", spoiler: "Parodyti paslėptą tekstą", expand: "Rodyti visą", select_chat: "Pasirinkite pokalbį",
  },
  en: {
    people: "People", pick: "Whose phone?", pick_hint: "Pick a person to open their phone. Each can be open in a tab of their own.",
    nobody: "There is nobody here yet. Add the first person.", unknown_person: "There is no such person here.", new_tab: "In a new tab",
    add_person: "Add a person", first_name: "First name", last_name: "Last name", phone: "Phone", note: "Note",
    language: "Language", lithuanian: "Lithuanian", english: "English", add: "Add", cancel: "Cancel", close: "Close", ok: "OK",
    chats: "Chats", no_bot: "Waiting for a bot to connect…", no_messages: "No messages yet", bot: "bot", back: "Back",
    members: "{n} members", connecting: "Connecting…", typing: "typing…", uploading: "sending a file…", more: "Menu", about: "About the bot",
    start: "Start", unblock: "Unblock and go on", block: "Block the bot", what_can: "What can this bot do?",
    message: "Message", send: "Send", save: "Save", commands: "Commands", attach: "Attach", show_keyboard: "Show buttons", hide_keyboard: "Hide buttons",
    reply: "Reply", edit: "Edit", copy: "Copy", copied: "Copied", remove: "Delete", forward: "Forward", react: "React {emoji}", actions: "Message actions",
    editing: "Editing a message", edited: "edited", you: "You", pinned: "Pinned", to_newest: "To the newest",
    photo: "Photo", video: "Video", document: "File", voice: "Voice message", audio: "Audio", location: "Location", venue: "Place", contact: "Contact", sticker: "Sticker", animation: "Animation", dice: "Dice",
    own_contact: "My own contact", other_contact: "Another contact", forwarded: "Forwarded message", forwarded_from: "Forwarded from {name}", from_whom: "From whom", text: "Text", caption: "Caption",
    coordinates: "Coordinates: latitude, longitude", bad_coordinates: "Two numbers are needed, e.g. 54.6872, 25.2797.", my_place: "Send this place", open_map: "On a map", download: "Download",
    today: "Today", yesterday: "Yesterday", clock: "Clock", clock_hint: "The bot lives by this time: move it on and reminders and digests arrive.",
    plus_hour: "+1 h", tomorrow_8: "Tomorrow 8:00", friday_9: "To Friday 9:00", monday_8: "To Monday 8:00", set_time: "Move", date_time: "Date and time", forward_only: "The clock goes forward only.",
    no_answer: "No connection. Try again.", not_here: "That button can't be used here.", bot_silent: "The bot did not answer.", unsupported: "This kind of message can't be shown here.",
    s_pinned: "{name} pinned a message", s_joined: "{name} joined the group", s_left: "{name} left the group", s_title: "The group is now called {name}", s_created: "Group created",
    theme: "Light or dark", dark: "Dark", light: "Light", switch_language: "Phone language: Lietuvių", via: "via @{name}", spoiler: "Show the hidden text", expand: "Show all", select_chat: "Pick a chat",
  },
};

let language = "en";

/** Takes the language of a code such as "lt" or "en-GB"; anything but Lithuanian is English. */
export function speak(code) {
  language = (code ?? "").toLowerCase().startsWith("lt") ? "lt" : "en";
  document.documentElement.lang = language;
}

/** The language spoken now: "lt" or "en". */
export const spoken = () => language;

/** A label, its `{names}` filled in. */
export function say(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
