// @ts-check
/** Round 2: cards face down while they are secret, then face up in four clusters. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { linesOf } from "./map-fit.js";
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
  return html`<section class="clusters" style=${{ "--fit": String(fitOf(columns.map(({ cards }) => cards))) }}>
    ${columns.map(({ row, cards }) => html`<div key=${row} class=${`cluster tone-${row}`}>
      <h2><${Icon} name=${row} /> ${rowWords(row)}</h2>
      <ul>${cards.map((node, i) => html`<${EffectCard} key=${node.id} node=${node} place=${i} />`)}</ul>
    </div>`)}
  </section>`;
}

/**
 * The largest size at which the fullest column stands whole on the board, in pixels of a 1080p projector.
 * @param {MapNode[][]} columns
 */
function fitOf(columns) {
  const heightAt = (/** @type {number} */ fit) => (/** @type {MapNode[]} */ cards) =>
    cards.reduce((sum, node) => sum + fit * (36 * linesOf((node.title ?? "").split(/\s+/), 285 / (16.5 * fit)) + 74), 0);
  const fits = (/** @type {number} */ fit) => Math.max(...columns.map(heightAt(fit))) <= 660;
  return [1.25, 1.1, 1, 0.9, 0.8, 0.72, 0.64, 0.57].find(fits) ?? 0.5;
}

/** @param {MapNode} a @param {MapNode} b */
const byStanding = (a, b) => Number(a.state === "parked") - Number(b.state === "parked") || (b.support ?? 0) - (a.support ?? 0) || a.id.localeCompare(b.id, "en", { numeric: true });

/** @param {{node: MapNode, place: number}} props */
function EffectCard({ node, place }) {
  const votes = node.support ?? 0;
  return html`<li class=${`effect is-${node.state}`} style=${{ animationDelay: `${place * 60}ms` }}>
    <b class="effect-label">${node.label}</b>
    <span class="effect-title">${node.title}</span>
    <span class="effect-foot">${votes > 0 && tn("{n} har lagt det", "{n} har lagt det", votes)}${isMarked(node) && html` · <b>${stateWords(node)}</b>`}</span>
  </li>`;
}

/** @param {MapNode} node */
const isMarked = (node) => node.state === "contested" || node.state === "parked";
