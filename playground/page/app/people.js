/** The sample people: whose phone this is, and a form for one more. */

import { addPerson, people } from "./api.js";
import { avatar, el, fullName, icon } from "./dom.js";
import { say, spoken } from "./words.js";

/** The list of people with links to their phones, the one of `current` marked. */
export class People {
  constructor(current) {
    this.current = current;
    this.list = el("ul", { class: "people", data: { testid: "people-list" } });
    this.root = el("div", { class: "people-panel" }, this.list, this.#form());
  }

  /** Shows these people. */
  show(found) {
    const same = JSON.stringify(found);
    if (same === this.shown) return;
    this.shown = same;
    this.list.replaceChildren(...found.map((person) => this.#item(person)));
    if (!found.length) this.list.append(el("li", { class: "hint" }, say("nobody")));
  }

  #item(person) {
    const here = person.id === this.current;
    const address = `/?person=${person.id}${keptQuery()}`;
    return el("li", {},
      el("a", { class: "person", href: address, "aria-current": here && "true", data: { testid: "person", personId: person.id } },
        avatar(fullName(person), person.id),
        el("span", { class: "about" }, el("b", {}, fullName(person)), el("small", {}, person.note ?? (person.username ? `@${person.username}` : "")))),
      el("a", { class: "icon-button new-tab", href: address, target: "_blank", "aria-label": `${fullName(person)}: ${say("new_tab")}`, title: say("new_tab") }, icon("link")));
  }

  #form() {
    const input = (name, label, more = {}) => el("label", { class: "field" }, el("span", {}, label), el("input", { name, autocomplete: "off", data: { testid: `new-${name}` }, ...more }));
    const language = el("select", { name: "language_code", data: { testid: "new-language_code" } },
      el("option", { value: "lt", selected: spoken() === "lt" }, say("lithuanian")), el("option", { value: "en", selected: spoken() === "en" }, say("english")));
    const problem = el("p", { class: "problem", role: "alert" });
    const form = el("form", { class: "form", novalidate: true },
      input("first_name", say("first_name"), { required: true }), input("last_name", say("last_name")),
      input("phone_number", say("phone"), { type: "tel", placeholder: "+370…" }), input("note", say("note")),
      el("label", { class: "field" }, el("span", {}, say("language")), language), problem,
      el("button", { type: "submit", class: "primary wide", data: { testid: "new-person-add" } }, say("add")));
    const folded = el("details", { class: "add-person" }, el("summary", { data: { testid: "add-person" } }, icon("attach"), say("add_person")), form);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!form.elements.first_name.reportValidity()) return;
      const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
      try {
        await addPerson(fields);
        this.show(await people());
        form.reset();
        problem.textContent = "";
        folded.open = false;
      } catch (error) {
        problem.textContent = error.message || say("no_answer");
      }
    });
    return folded;
  }
}

/** What of the address goes along to another person: the zone. */
function keptQuery() {
  const zone = new URLSearchParams(location.search).get("zone");
  return zone ? `&zone=${encodeURIComponent(zone)}` : "";
}
