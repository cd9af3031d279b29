// @ts-check
/** The lobby: how to join, who is here, and which roles the room still misses. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { addressWords, codeWords } from "./board-foot.js";
import { useShrink } from "./map-fit.js";
import { roleTitle } from "./map-roles.js";
import { initials } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{seat: string, name: string, role: string, absent?: boolean, shaken?: boolean}} Person */

/** @param {{room: Room}} props */
export function BoardLobby({ room }) {
  const { store, page } = room;
  const people = (store.slice("roster").value ?? []).filter((/** @type {Person} */ one) => !one.absent);
  const missing = /** @type {string[]} */ (store.slice("roles").value?.missing ?? []);
  const { ref } = useShrink();
  return html`<section class="lobby" ref=${ref}>
    <div class="lobby-join">
      <img src=${`/g/${page.code}/qr.svg`} alt=${t("QR-kode til at være med")} />
      <p class="lobby-how">${t("Skan koden, eller gå til")}<b>${addressWords(page.join_url)}</b></p>
      <p class="lobby-code">${codeWords(page.code)}</p>
    </div>
    <${Ring} people=${people} missing=${missing} store=${store} />
    <div class="lobby-people">
      ${missing.length > 0 && html`<h2>${t("Vi mangler")}</h2>
        <ul class="lobby-missing">${missing.map((/** @type {string} */ id) => html`<li key=${id}>${roleTitle(store, id)}</li>`)}</ul>`}
      <h2>${tn("{n} er med", "{n} er med", people.length)}</h2>
      <ul class=${people.length > 10 ? "lobby-here is-many" : "lobby-here"}>
        ${people.slice(0, 30).map((/** @type {Person} */ one) => html`<li key=${one.seat} class=${one.shaken ? "is-shaken" : ""}><b>${one.name || roleTitle(store, one.role)}</b> ${one.name && html`<span>${roleTitle(store, one.role)}</span>`}</li>`)}
      </ul>
      ${people.length > 30 && html`<p>${t("og {n} mere", { n: people.length - 30 })}</p>`}
    </div>
  </section>`;
}

/**
 * The table seen from above: one place per person, an open place per missing role.
 * @param {{people: Person[], missing: string[], store: Room["store"]}} props
 */
function Ring({ people, missing, store }) {
  const taken = people.map((one) => ({ key: one.seat, text: initials(roleTitle(store, one.role)), isOpen: false }));
  const open = missing.map((id) => ({ key: id, text: initials(roleTitle(store, id)), isOpen: true }));
  const places = [...taken, ...open];
  const size = Math.min(16, 250 / Math.max(places.length, 9));
  return html`<div class="ring" role="img" aria-label=${t("{n} pladser taget, {m} roller mangler", { n: taken.length, m: open.length })}>
    <svg viewBox="0 0 120 120" aria-hidden="true">
      <circle class="ring-table" cx="60" cy="60" r="32" />
      ${places.map((place, i) => {
        const angle = (2 * Math.PI * i) / places.length - Math.PI / 2;
        const [x, y] = [60 + 47 * Math.cos(angle), 60 + 47 * Math.sin(angle)];
        return html`<g key=${place.key} class=${place.isOpen ? "ring-place is-open" : "ring-place"}>
          <circle cx=${x} cy=${y} r=${size / 2} /><text x=${x} y=${y} font-size=${size * 0.38}>${place.text}</text>
        </g>`;
      })}
      <text class="ring-count" x="60" y="60">${taken.length}</text>
      <text class="ring-word" x="60" y="76">${t("ved bordet")}</text>
    </svg>
  </div>`;
}
