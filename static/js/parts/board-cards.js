// @ts-check
/** Round 2: cards face down while they are secret, then face up in four clusters. */
import { t, tn } from "../lib/i18n.js";
import { natural } from "../lib/store.js";
import { html } from "../lib/vendor.js";
import { Turning } from "./board-turning.js";
import { softened } from "./map-break.js";
import { ROWS } from "./map-geometry.js";
import { Icon } from "./map-icons.js";
import { rowWords, stateWords } from "./map-words.js";

/** @typedef {import("./map-model.js").MapNode} MapNode */
/** @typedef {import("./map-model.js").Room} Room */

/** A place per person; a back lies on it when that many are ready. Who it is, nobody sees. @param {{room: Room}} props */
export function FaceDown({ room }) {
  const [n, of] = room.store.slice("round").value?.ready ?? [0, 0];
  const across = Math.max(4, Math.ceil(Math.sqrt(of * 2.2)));
  return html`<section class="backs">
    <ul style=${{ gridTemplateColumns: `repeat(${Math.min(across, Math.max(of, 1))}, minmax(0, 1fr))` }} aria-label=${t("{n} af {of} er klar", { n, of })}>
      ${Array.from({ length: of }, (_, i) => html`<li key=${i} class=${i < n ? "back is-down" : "back"}></li>`)}
    </ul>
  </section>`;
}

/** The played effects, one column a perspective, the most supported on top. @param {{room: Room}} props */
export function Clusters({ room }) {
  const benefits = room.store.list("node/").value.filter((/** @type {MapNode} */ node) => node.type === "benefit" && node.state !== "rejected");
  const columns = ROWS.slice(0, 4).map((row) => ({ row, cards: benefits.filter((node) => node.perspective === row).sort(byStanding) }));
  return html`<section class="clusters">
    ${columns.map(({ row, cards }) => html`<div key=${row} class=${`cluster tone-${row}`}>
      <h2><${Icon} name=${row} /> ${rowWords(row)}</h2>
      <${Turning} items=${cards} entry=${(/** @type {MapNode} */ node) => html`<${EffectCard} key=${node.id} node=${node} />`} />
    </div>`)}
  </section>`;
}

/** @param {MapNode} a @param {MapNode} b */
const byStanding = (a, b) => Number(a.state === "parked") - Number(b.state === "parked") || (b.support ?? 0) - (a.support ?? 0) || natural(a.id, b.id);

/** @param {{node: MapNode}} props */
function EffectCard({ node }) {
  const votes = node.support ?? 0;
  return html`<div class=${`effect is-${node.state}`} data-node=${node.id}>
    <b class="effect-label">${node.label}</b>
    <span class="effect-title">${softened(node.title)}</span>
    ${votes > 1 && html`<span class="effect-votes"><span aria-hidden="true">×${votes}</span><span class="visually-hidden">${tn("{n} har lagt det", "{n} har lagt det", votes)}</span></span>`}
    ${isMarked(node) && html`<b class="effect-foot">${stateWords(node)}</b>`}
  </div>`;
}

/** @param {MapNode} node */
const isMarked = (node) => node.state === "contested" || node.state === "parked";
