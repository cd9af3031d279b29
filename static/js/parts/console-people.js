// @ts-check
/** The people of the room by role: who is ready, who is thinking, who is away. */
import { t } from "../lib/i18n.js";
import { html, useState } from "../lib/vendor.js";
import { PersonActions } from "./console-person.js";
import { roleTitle } from "./map-roles.js";
import { initials } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{seat: string, name: string, role: string, proxy?: boolean, absent?: boolean, waiting?: boolean}} Person */

const ORDER = ["waiting", "thinking", "never", "away", "ready", ""];

/** @param {{room: Room, onHelp: () => void}} props what opens the place to play for others */
export function People({ room, onHelp }) {
  const { store } = room;
  const [open, setOpen] = useState("");
  const how = statesIn(store);
  const people = [...(store.slice("roster").value ?? [])].sort(
    (a, b) => Number(a.absent ?? 0) - Number(b.absent ?? 0) || ORDER.indexOf(how(a)) - ORDER.indexOf(how(b)) || roleTitle(store, a.role).localeCompare(roleTitle(store, b.role)),
  );
  const missing = /** @type {string[]} */ (store.slice("roles").value?.missing ?? []);
  const count = store.slice("count").value;
  return html`<section class="people" aria-label=${t("Deltagere")}>
    <h2>${t("Deltagere")} ${count && html`<span>${t("{here} af {seats} er her", count)}</span>`}</h2>
    ${missing.length > 0 && html`<p class="people-missing"><b>${t("Mangler:")}</b> ${missing.map((id) => roleTitle(store, id)).join(", ")}</p>`}
    ${people.length === 0 && html`<p>${t("Ingen er kommet endnu. Vis koden på tavlen.")}</p>`}
    <ul class="people-list">
      ${people.map((one) => html`<${PersonRow} key=${one.seat} room=${room} person=${one} people=${people} state=${how(one)} onHelp=${onHelp}
        isOpen=${open === one.seat} onToggle=${() => setOpen(open === one.seat ? "" : one.seat)} />`)}
    </ul>
  </section>`;
}

/**
 * How each person is doing: at the door, ready, thinking, away, or never seen.
 * @param {Room["store"]} store @returns {(person: Person) => string}
 */
function statesIn(store) {
  const told = new Map((store.slice("progress").value ?? []).map((/** @type {{seat: string, state: string}} */ one) => [one.seat, one.state]));
  const never = new Set(store.slice("network").value?.never ?? []);
  const isOpen = Boolean(store.slice("round").value);
  return ({ seat, waiting }) => (waiting ? "waiting" : never.has(seat) ? "never" : isOpen || told.get(seat) === "away" ? (told.get(seat) ?? "") : "");
}

/** @param {{room: Room, person: Person, people: Person[], state: string, isOpen: boolean, onToggle: () => void, onHelp: () => void}} props */
function PersonRow({ room, person, people, state, isOpen, onToggle, onHelp }) {
  const role = roleTitle(room.store, person.role);
  const isHere = (room.store.slice("presence").value ?? []).includes(person.seat);
  return html`<li class=${isOpen ? "person is-open" : "person"}>
    <button type="button" class="person-row" aria-expanded=${isOpen} onClick=${onToggle}>
      <span class=${isHere || person.proxy ? "person-badge is-here" : "person-badge"} aria-hidden="true">${initials(person.name || role)}</span>
      <span class="person-name"><b>${person.name || role}</b>${person.name && html`<span>${role}</span>`}</span>
      <span class=${`person-state is-${person.absent ? "absent" : state || "none"}`}>${person.absent ? t("Ikke til stede") : person.proxy && !state ? t("Uden telefon") : progressWords(state)}</span>
    </button>
    ${isOpen && html`<${PersonActions} room=${room} person=${person} people=${people} onHelp=${onHelp} />`}
  </li>`;
}

/** @param {string} state */
function progressWords(state) {
  if (state === "waiting") return t("Ved døren");
  if (state === "ready") return t("Klar");
  if (state === "thinking") return t("Tænker");
  if (state === "away") return t("Væk");
  return state === "never" ? t("Aldrig set") : "";
}
