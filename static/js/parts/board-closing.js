// @ts-check
/** The closing picture: the verdict, who promised what by when, and what stands in the way. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { mapOf } from "./map-model.js";
import { roleTitle } from "./map-roles.js";
import { dayWords, initials } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").Assignment} Assignment */
/** @typedef {{id: string, text: string, rule?: string, name?: string, role?: string, by?: string|null}} Action */

/** @param {{room: Room}} props */
export function Closing({ room }) {
  const { store } = room;
  const meters = store.slice("meters").value;
  const map = mapOf(store);
  const actions = store.list("action/").value;
  return html`<section class="closing">
    <div class="closing-verdict">
      <p>${t("Kortet er")}</p>
      <p class=${`verdict is-${meters?.verdict}`}>${verdictWords(meters?.verdict)}</p>
      <p class="verdict-why">${whyWords(meters)}</p>
    </div>
    <div class="closing-promises">
      <h2>${t("Det har vi lovet hinanden")}</h2>
      <ul>${promisesOf(map, store).map(([who, items]) => html`<li key=${who} class="promise">
        <span class="promise-badge" aria-hidden="true">${initials(who)}</span>
        <b>${who}</b>
        <ul>${items.map((one) => html`<li key=${one.node}><b>${map.nodes.get(one.node)?.label}</b> <span>${map.nodes.get(one.node)?.title}</span> <em>${dayWords(one.by)}</em></li>`)}</ul>
      </li>`)}</ul>
    </div>
    ${actions.length > 0 && html`<div class="closing-actions">
      <h2>${t("Det mangler vi")}</h2>
      <ul>${actions.slice(0, 6).map((/** @type {Action} */ one) => html`<li key=${one.id}>
        <span>${one.text}</span>
        <em>${one.by ? `${one.name || roleTitle(store, one.role ?? "")} · ${dayWords(one.by)}` : t("Venter på en, der tager den")}</em>
      </li>`)}</ul>
      ${actions.length > 6 && html`<p>${t("og {n} mere", { n: actions.length - 6 })}</p>`}
    </div>`}
  </section>`;
}

/** The verdict in one word. @param {string | undefined} verdict */
export function verdictWords(verdict) {
  if (verdict === "ready") return t("Klar");
  if (verdict === "conditional") return t("Betinget");
  return t("Kladde");
}

/** @param {{verdict: string, findings: {level: string}[]} | undefined} meters */
function whyWords(meters) {
  const reds = meters?.findings.filter((finding) => finding.level === "red").length ?? 0;
  if (meters?.verdict === "ready") return t("Alle gevinster kan følges hjem.");
  if (reds) return t("{n} røde flag skal løses først.", { n: reds });
  return t("Målerne er ikke høje nok endnu.");
}

/**
 * Accepted ownership by person, those with most first.
 * @param {import("./map-model.js").BenefitMap} map @param {Room["store"]} store @returns {[string, Assignment[]][]}
 */
function promisesOf(map, store) {
  /** @type {Map<string, Assignment[]>} */
  const found = new Map();
  for (const one of map.owners.values()) {
    const type = map.nodes.get(one.node)?.type;
    if (one.state !== "accepted" || !type || type === "goal") continue;
    const title = one.role_title ?? roleTitle(store, one.role);
    const who = one.name ? `${one.name}, ${title}` : title;
    found.set(who, [...(found.get(who) ?? []), one]);
  }
  return [...found].sort((a, b) => b[1].length - a[1].length);
}
