// @ts-check
/** The map as a list that can be read aloud, in the map's own order: deliverables first. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { ROWS, rowOf } from "./map-geometry.js";
import { laneWords, ownerWords, rowWords, stateWords } from "./map-words.js";
import { nodeWords } from "./phone-card.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {{title: string, nodes: any[]}} Part */

const LANES = /** @type {const} */ (["enabler", "change", "benefit", "disbenefit", "goal"]);

/** @param {{app: App}} props */
export function Outline({ app }) {
  const parts = partsOf(app.store.list("node/").value);
  if (parts.length === 0) return html`<p class="quiet">${t("Kortet er tomt endnu.")}</p>`;
  return html`
    <div class="outline">
      ${parts.map(
        ({ title, nodes }) => html`
        <section key=${title}><h2>${title}</h2>
          <ul>${nodes.map((node) => html`<${Entry} key=${node.id} app=${app} node=${node} />`)}</ul>
        </section>`,
      )}
    </div>
  `;
}

/**
 * The lanes from the left, benefits row by row, and last what is set aside.
 * @param {any[]} all @returns {Part[]}
 */
export function partsOf(all) {
  const rank = (/** @type {any} */ node) => ROWS.indexOf(rowOf(node));
  const shown = all.filter((node) => node.state !== "parked" && node.state !== "rejected");
  const lanes = LANES.map((type) => ({
    title: type === "disbenefit" ? rowWords(type) : laneWords(type),
    nodes: shown.filter((node) => node.type === type).sort((a, b) => rank(a) - rank(b)),
  }));
  const aside = { title: t("Parkeret"), nodes: all.filter((node) => node.state === "parked") };
  return [...lanes, aside].filter(({ nodes }) => nodes.length > 0);
}

/** @param {{app: App, node: any}} props */
function Entry({ app, node }) {
  const leads = app.store
    .list("edge/")
    .value.filter((/** @type {any} */ edge) => edge.from === node.id)
    .map((/** @type {any} */ edge) => app.store.slice(`node/${edge.to}`).value?.label)
    .filter(Boolean);
  const leadWords = leads.length > 0 && t("fører til {labels}", { labels: leads.join(", ") });
  const words = [...standing(app, node), leadWords];
  return html`
    <li class="entry" data-tone=${node.type === "benefit" ? node.perspective : node.type}>
      <p class="entry-title">${nodeWords(node)}</p>
      <p class="quiet">${words.filter(Boolean).join(" · ")}</p>
    </li>
  `;
}

/**
 * The state of what the room has judged, and who owns it; what is parked needs no owner.
 * @param {App} app @param {any} node @returns {string[]}
 */
function standing(app, node) {
  if (node.type === "goal" || node.type === "enabler" || node.state === "parked") return [];
  return [stateWords(node), ownedWords(app.store.slice(`assignment/${node.id}`).value)];
}

/** @param {any} assignment */
function ownedWords(assignment) {
  if (!assignment) return ownerWords(undefined);
  const { name, role_title: role, state, by } = assignment;
  const who = [name ?? role, ownerWords(state)].join(" ");
  return by ? t("{who}, senest {day}", { who, day: dateWords(by) }) : who;
}
