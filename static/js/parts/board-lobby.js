// @ts-check
/** The lobby: how to join, who is here, and which roles the room still misses. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { readView } from "./board-camera.js";
import { addressWords, codeWords } from "./board-foot.js";
import { Turning } from "./board-turning.js";
import { softened } from "./map-break.js";
import { roleTitle } from "./map-roles.js";
import { initials } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{seat: string, name: string, role: string, absent?: boolean, shaken?: boolean}} Person */

/** @param {{room: Room}} props */
export function BoardLobby({ room }) {
  const { store, page } = room;
  const people = (store.slice("roster").value ?? []).filter((/** @type {Person} */ one) => !one.absent);
  const missing = /** @type {string[]} */ (store.slice("roles").value?.missing ?? []);
  const codes = codesOf([...new Set([...people.map((/** @type {Person} */ one) => one.role), ...missing])], store);
  const code = (/** @type {string} */ id) => html`<b class="ring-code" aria-hidden="true">${codes.get(id)}</b>`;
  const { hasJoin } = readView(store.slice("game").value?.view);
  return html`<section class=${hasJoin ? "lobby" : "lobby is-shut"}>
    ${hasJoin && html`<div class="lobby-join">
      <img src=${`/g/${page.code}/qr.svg`} alt=${t("QR-kode til at være med")} />
      <p class="lobby-how">${t("Scan koden, eller gå til")}<b>${addressWords(page.join_url)}</b></p>
      <p class="lobby-code">${codeWords(page.code)}</p>
    </div>`}
    <${Ring} people=${people} missing=${missing} codes=${codes} />
    <div class="lobby-people">
      ${missing.length > 0 && html`<h2>${t("Vi mangler")}</h2>
        <ul class="lobby-missing">${missing.map((/** @type {string} */ id) => html`<li key=${id}>${code(id)} ${softened(roleTitle(store, id))}</li>`)}</ul>`}
      <h2>${tn("{n} er med", "{n} er med", people.length)}</h2>
      <${Turning} name=${people.length > 8 ? "lobby-here is-many" : "lobby-here"} items=${people} entry=${(/** @type {Person} */ one) => html`<p class=${one.shaken ? "lobby-person is-shaken" : "lobby-person"}>${code(one.role)} <b>${softened(one.name || roleTitle(store, one.role))}</b> ${one.name && html`<span>${softened(roleTitle(store, one.role))}</span>`}</p>`} />
    </div>
  </section>`;
}

/**
 * The table seen from above: one place per role that is here, an open place per role that is missing.
 * Its letters stand again in the lists beside it, where the role is written out.
 * @param {{people: Person[], missing: string[], codes: Map<string, string>}} props
 */
function Ring({ people, missing, codes }) {
  const taken = [...new Set(people.map((one) => one.role))].map((id) => ({ key: id, n: people.filter((one) => one.role === id).length, isOpen: false }));
  const all = [...taken, ...missing.map((id) => ({ key: id, n: 0, isOpen: true }))];
  const places = all.map((place, i) => {
    const angle = (2 * Math.PI * i) / all.length - Math.PI / 2;
    return { ...place, x: 60 + 49 * Math.cos(angle), y: 60 + 49 * Math.sin(angle) };
  });
  const size = Math.min(17, 290 / Math.max(places.length, 9));
  return html`<div class="ring" role="img" aria-label=${t("Pladser taget: {n}. Roller, der mangler: {m}.", { n: people.length, m: missing.length })}>
    <svg viewBox="0 0 120 120" aria-hidden="true">
      <circle class="ring-table" cx="60" cy="60" r="31" />
      ${places.map(({ key, isOpen, x, y }) => html`<g key=${key} class=${isOpen ? "ring-place is-open" : "ring-place"}>
        <circle cx=${x} cy=${y} r=${size / 2} /><text x=${x} y=${y} font-size=${Math.max(5.6, size * 0.36)}>${codes.get(key)}</text>
      </g>`)}
      ${places.map(({ key, n, x, y }) => n > 1 && html`<g key=${key} class="ring-many"><circle cx=${x + size * 0.42} cy=${y - size * 0.42} r="4" /><text x=${x + size * 0.42} y=${y - size * 0.42} font-size="5.6">${n}</text></g>`)}
      <text class="ring-count" x="60" y="58">${people.length}</text>
      <text class="ring-word" x="60" y="75">${t("ved bordet")}</text>
    </svg>
  </div>`;
}

/** The letters of each role or group. @param {string[]} ids @param {Room["store"]} store */
function codesOf(ids, store) {
  const letters = lettersOf(ids.map((id) => roleTitle(store, id)));
  return new Map(ids.map((id, i) => [id, letters[i] ?? ""]));
}

/**
 * Two letters for each title: its initials, or where others have the same, its first letter and the
 * one in which it differs from them.
 * @param {string[]} titles
 */
export function lettersOf(titles) {
  return titles.map((title) => {
    const alike = titles.filter((other) => other !== title && initials(other) === initials(title));
    const at = [...title].findIndex((letter, i) => /\p{L}/u.test(letter) && alike.every((other) => other[i] !== letter));
    return alike.length && at > 0 ? `${title[0]}${title[at]}` : initials(title);
  });
}
