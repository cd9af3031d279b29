// @ts-check
/** Every card and arrow of the map by itself, with what its looks say under it: for the style guide. */
import { html } from "../lib/vendor.js";
import { mapOf } from "./map-model.js";
import { MapView } from "./map-view.js";

/** Pixels each specimen is wide. */
const WIDE = 300;
const CARD = [312, 162];
const BARE = { measures: new Map(), owners: new Map(), findings: new Map() };
const PHASE = { owners: true, counting: true };

/**
 * @param {{store: import("../lib/store.js").Store, nodes: {id: string, says: string}[],
 *   arrows: {says: string, edge: import("./map-model.js").MapEdge}[]}} props
 */
export function Specimens({ store, nodes, arrows }) {
  const map = mapOf(store);
  return html`<main class="guide-nodes">
    ${nodes.map(({ id, says }) => html`<${One} key=${id} says=${says} layout=${alone(id)} map=${map} />`)}
    ${arrows.map(({ edge, says }) => html`<${One} key=${says} says=${says} layout=${joined(edge)}
      map=${{ ...map, ...BARE, edges: new Map([[edge.id, edge]]) }} phase=${{ owners: false, counting: false }} />`)}
  </main>`;
}

/** @param {{says: string, layout: any, map: import("./map-model.js").BenefitMap, phase?: typeof PHASE}} props */
const One = ({ says, layout, map, phase = PHASE }) => html`<figure class="guide-node">
  <${MapView} layout=${layout} map=${map} scale=${WIDE / layout.width} phase=${phase} />
  <figcaption>${says}</figcaption>
</figure>`;

/** A table with one card on it. @param {string} id */
const alone = (id) => ({ width: 352, height: 196, nodes: { [id]: [12, 8, ...CARD] }, edges: {} });

/** A table with two narrow cards and the arrow between them. @param {import("./map-model.js").MapEdge} edge */
const joined = ({ id, from, to }) => ({
  width: 860,
  height: 180,
  nodes: { [from]: [4, 8, ...CARD], [to]: [544, 8, ...CARD] },
  edges: { [id]: [[316, 88], [543, 88]] },
});
