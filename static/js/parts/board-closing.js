// @ts-check
/** The closing picture: the verdict, who promised what by when, and what stands in the way. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Turning } from "./board-turning.js";
import { softened } from "./map-break.js";
import { Icon } from "./map-icons.js";
import { mapOf } from "./map-model.js";
import { roleTitle } from "./map-roles.js";
import { dayWords, initials, verdictWords } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").Assignment} Assignment */
/** @typedef {{verdict: string, because?: string[], findings: import("./map-model.js").Finding[]}} Meters */
/** @typedef {{who: string, role: string, item: Assignment, isFirst: boolean}} Promised */
/** @typedef {{id: string, text: string, rule?: string, seat?: string | null, role?: string | null, by?: string|null}} Action */

/** @param {{room: Room}} props */
export function Closing({ room }) {
  const { store } = room;
  const meters = store.slice("meters").value;
  const map = mapOf(store);
  const actions = /** @type {Action[]} */ (store.list("action/").value.filter((/** @type {Action & {done: boolean}} */ one) => !one.done));
  const promises = promisesOf(map);
  const reds = redsOf(meters);
  return html`<section class=${actions.length ? "closing" : "closing is-done"}>
    <div class="closing-verdict">
      <p class=${`verdict is-${meters?.verdict}`}>${verdictWords(meters?.verdict)}</p>
      <ul class="verdict-because">${(meters?.because ?? []).map((/** @type {string} */ one) => html`<li key=${one}>${one}</li>`)}</ul>
      ${reds.length > 0 && html`<${Turning} name="verdict-reds" items=${reds} entry=${(/** @type {import("./map-model.js").Finding} */ one) => html`<p><b><${Icon} name="flag" /> ${one.rule}</b> ${softened(one.text)}</p>`} />`}
    </div>
    <div class="closing-promises">
      <h2>${t("Det har vi lovet hinanden")}</h2>
      ${promises.length === 0 && html`<p>${t("Ingen har lovet noget endnu.")}</p>`}
      <${Turning} name="promises" items=${promises} entry=${(/** @type {Promised} */ one, /** @type {number} */ i, /** @type {boolean} */ isTop) => html`<${Line} one=${one} hasName=${isTop || one.isFirst} map=${map} />`} />
    </div>
    ${actions.length > 0 && html`<div class="closing-actions">
      <h2>${t("Næste skridt")}</h2>
      <${Turning} items=${actions} entry=${(/** @type {Action} */ one) => html`<p>${softened(one.text)}</p><em>${one.by ? `${whoTakes(one, store)} · ${dayWords(one.by, true)}` : t("Venter på en, der tager den")}</em>`} />
    </div>`}
  </section>`;
}

/** One promise: what, and by when; its owner stands over the first. @param {{one: Promised, hasName: boolean, map: import("./map-model.js").BenefitMap}} props */
const Line = ({ one: { who, role, item }, hasName, map }) => html`
  ${hasName && html`<p class="promise-who"><b class="promise-badge" aria-hidden="true">${initials(who)}</b><b>${who}</b> <span>${role}</span></p>`}
  <p class="promise"><b>${map.nodes.get(item.node)?.label}</b> <span>${softened(map.nodes.get(item.node)?.title)}</span> <em>${dayWords(item.by, true)}</em></p>`;

/** The person who took an action, or the role it waits with. @param {Action} action @param {Room["store"]} store */
function whoTakes({ seat, role }, store) {
  const person = (store.slice("roster").value ?? []).find((/** @type {{seat: string}} */ one) => one.seat === seat);
  return person?.name || roleTitle(store, role ?? "");
}

/** @param {Meters | undefined} meters */
const redsOf = (meters) => meters?.findings.filter((finding) => finding.level === "red") ?? [];

/**
 * Accepted ownership, one promise after another, those of who promised most first.
 * @param {import("./map-model.js").BenefitMap} map @returns {Promised[]}
 */
export function promisesOf(map) {
  /** @type {Map<string, Assignment[]>} */
  const found = new Map();
  for (const one of map.owners.values()) {
    const type = map.nodes.get(one.node)?.type;
    if (one.state !== "accepted" || !type || type === "goal") continue;
    const who = one.name || one.role_title || one.role;
    found.set(who, [...(found.get(who) ?? []), one]);
  }
  const roleOf = (/** @type {string} */ who, /** @type {Assignment | undefined} */ one) => (one?.role_title === who ? "" : (one?.role_title ?? ""));
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([who, items]) => items.map((item, i) => ({ who, role: roleOf(who, items[0]), item, isFirst: i === 0 })));
}
