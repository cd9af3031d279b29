// @ts-check
/** The closing picture: the verdict, who promised what by when, and what stands in the way. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { useShrink } from "./map-fit.js";
import { Icon } from "./map-icons.js";
import { mapOf } from "./map-model.js";
import { roleTitle } from "./map-roles.js";
import { dayWords, initials } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").Assignment} Assignment */
/** @typedef {{verdict: string, findings: import("./map-model.js").Finding[]}} Meters */
/** @typedef {{id: string, text: string, rule?: string, seat?: string | null, role?: string | null, by?: string|null}} Action */

/** @param {{room: Room}} props */
export function Closing({ room }) {
  const { store } = room;
  const meters = store.slice("meters").value;
  const map = mapOf(store);
  const actions = store.list("action/").value;
  const promises = promisesOf(map);
  const { ref } = useShrink();
  return html`<section class=${actions.length ? "closing" : "closing is-done"} ref=${ref}>
    <div class="closing-verdict">
      <p>${t("Kortet er")}</p>
      <p class=${`verdict is-${meters?.verdict}`}>${verdictWords(meters?.verdict)}</p>
      <p class="verdict-why">${whyWords(meters)}</p>
      <ul class="verdict-reds">${redsOf(meters).slice(0, 3).map((one) => html`<li key=${one.rule + one.text}><b><${Icon} name="flag" /> ${one.rule}</b> ${one.text}</li>`)}</ul>
    </div>
    <div class="closing-promises">
      <h2>${t("Det har vi lovet hinanden")}</h2>
      <ul>${promises.map(([who, role, items]) => html`<li key=${who} class="promise">
        <p class="promise-who"><b class="promise-badge" aria-hidden="true">${initials(who)}</b><b>${who}</b> <span>${role}</span></p>
        <ul>${items.map((one) => html`<li key=${one.node}><b>${map.nodes.get(one.node)?.label}</b> <span>${map.nodes.get(one.node)?.title} <em>${dayWords(one.by, true)}</em></span></li>`)}</ul>
      </li>`)}</ul>
    </div>
    ${actions.length > 0 && html`<div class="closing-actions">
      <h2>${t("Det mangler vi")}</h2>
      <ul>${actions.slice(0, 5).map((/** @type {Action} */ one) => html`<li key=${one.id}>
        <span>${one.text}</span>
        <em>${one.by ? `${whoTakes(one, store)} · ${dayWords(one.by, true)}` : t("Venter på en, der tager den")}</em>
      </li>`)}</ul>
      ${actions.length > 5 && html`<p>${t("og {n} mere", { n: actions.length - 5 })}</p>`}
    </div>`}
  </section>`;
}

/** The person who took an action, or the role it waits with. @param {Action} action @param {Room["store"]} store */
function whoTakes({ seat, role }, store) {
  const person = (store.slice("roster").value ?? []).find((/** @type {{seat: string}} */ one) => one.seat === seat);
  return person?.name || roleTitle(store, role ?? "");
}

/** The verdict in one word. @param {string | undefined} verdict */
export function verdictWords(verdict) {
  if (verdict === "ready") return t("Klar");
  if (verdict === "conditional") return t("Betinget");
  return t("Kladde");
}

/** @param {Meters | undefined} meters */
function whyWords(meters) {
  if (meters?.verdict === "ready") return t("Alle gevinster kan følges hjem.");
  const reds = redsOf(meters).length;
  return reds ? tn("Ét rødt flag skal løses først:", "{n} røde flag skal løses først:", reds) : t("Målerne er ikke høje nok endnu.");
}

/** @param {Meters | undefined} meters */
const redsOf = (meters) => meters?.findings.filter((finding) => finding.level === "red") ?? [];

/**
 * Accepted ownership by person, those with most first: who, in which role, and what.
 * @param {import("./map-model.js").BenefitMap} map @returns {[string, string, Assignment[]][]}
 */
function promisesOf(map) {
  /** @type {Map<string, Assignment[]>} */
  const found = new Map();
  for (const one of map.owners.values()) {
    const type = map.nodes.get(one.node)?.type;
    if (one.state !== "accepted" || !type || type === "goal") continue;
    const who = one.name || one.role_title || one.role;
    found.set(who, [...(found.get(who) ?? []), one]);
  }
  const roleOf = (/** @type {string} */ who, /** @type {Assignment[]} */ [one]) => (one?.role_title === who ? "" : (one?.role_title ?? ""));
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([who, items]) => [who, roleOf(who, items), items]);
}
