// @ts-check
/**
 * The benefit map: edges in one SVG behind the cards, cards in reading order, both only where the `layout`
 * slice puts them. The board draws it still, the console makes its cards buttons.
 */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { widthOf } from "./map-break.js";
import { MapCard } from "./map-card.js";
import { TEXT } from "./map-fit.js";
import { inside, lanes, pathOf, readingOrder, rows } from "./map-geometry.js";
import { Icon } from "./map-icons.js";
import { laneWords, rowWords } from "./map-words.js";

/** @typedef {import("./map-geometry.js").Layout} Layout */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */

/**
 * @typedef {object} MapProps
 * @property {Layout} layout
 * @property {BenefitMap} map
 * @property {number} scale
 * @property {{owners: boolean, counting: boolean}} phase
 * @property {string} [selected]
 * @property {import("./map-geometry.js").Box} [view] what of it is shown
 * @property {boolean} [isInTurn] whether cards are written a few at a time
 * @property {(id: string) => void} [onPick]
 */

/** The whole map at a scale. @param {MapProps} props */
export function MapView({ layout, map, scale, phase, selected, view, isInTurn, onPick }) {
  const [width, height] = [layout.width * scale, layout.height * scale];
  const text = TEXT * scale;
  return html`<div class="map" style=${{ width: `${width}px`, height: `${height}px`, fontSize: `${text}px` }}>
    <${Ground} layout=${layout} scale=${scale} />
    <${Edges} layout=${layout} map=${map} selected=${selected} />
    <${RowWords} layout=${layout} scale=${scale} view=${view} />
    <ul class="map-cards" aria-label=${t("Gevinstkort")}>
      ${readingOrder(layout, map.nodes).map(
        (id) => html`<${MapCard} key=${id} node=${map.nodes.get(id)} box=${layout.nodes[id]} scale=${scale} map=${map}
          phase=${phase} selected=${id === selected} isOff=${view && !inside(layout.nodes[id], view)} isInTurn=${isInTurn} onPick=${onPick} />`,
      )}
    </ul>
  </div>`;
}

/** How far a row's band reaches beyond its cards, where its word stands upright. */
const PAD = 44;

/** Bands of the four perspectives behind the benefits. @param {{layout: Layout, scale: number}} props */
function Ground({ layout, scale }) {
  const lane = lanes(layout).find((one) => one.lane === "benefit");
  if (!lane) return null;
  return rows(layout).map(
    ({ row, y, h }) => html`<div key=${row} class=${`map-row tone-${row}`} style=${{
      left: `${(lane.x - PAD) * scale}px`,
      top: `${(y + 2) * scale}px`,
      width: `${(lane.w + PAD + 24) * scale}px`,
      height: `${(h - 4) * scale}px`,
    }}></div>`,
  );
}

/**
 * The words of the bands, over the arrows and in the middle of what is shown of each; where a word has no room
 * its icon stands alone.
 * @param {{layout: Layout, scale: number, view?: import("./map-geometry.js").Box}} props
 */
function RowWords({ layout, scale, view = [0, 0, layout.width, layout.height] }) {
  const lane = lanes(layout).find((one) => one.lane === "benefit");
  return html`${rows(layout).map(({ row, y, h }) => {
    const [top, bottom] = [Math.max(y, view[1]) + 4, Math.min(y + h, view[1] + view[3]) - 4];
    if (bottom - top < TEXT * 1.6) return null;
    return html`<span key=${row} class=${`map-row-word tone-${row}`} style=${{
      left: `${((lane?.x ?? 0) - PAD + 2) * scale}px`,
      top: `${top * scale}px`,
      height: `${(bottom - top) * scale}px`,
    }}><${Icon} name=${row} /><span class=${widthOf(rowWords(row)) * TEXT < (bottom - top - 48) * 100 ? "" : "visually-hidden"}>${rowWords(row)}</span></span>`;
  })}`;
}

/** How much larger a heading's letters are than a card's. */
const HEAD = 1.1;

/**
 * The headings of the lanes, each over what is shown of its own cards; one without room there is left out.
 * @param {{layout: Layout, scale: number, view?: import("./map-geometry.js").Box}} props
 */
export function LaneHeads({ layout, scale, view }) {
  return html`<div class="map-lanes" aria-hidden="true">
    ${lanes(layout).map(({ lane, x, w }) => {
      const from = Math.max(x, view?.[0] ?? x);
      const room = Math.min(x + w, view ? view[0] + view[2] : x + w) - from;
      if (view && room * 100 < widthOf(laneWords(lane)) * TEXT * HEAD) return null;
      return html`<span key=${lane} style=${{ left: `${from * scale}px`, width: `${room * scale}px` }}>${laneWords(lane)}</span>`;
    })}
  </div>`;
}

/** @param {{layout: Layout, map: BenefitMap, selected?: string}} props */
function Edges({ layout, map, selected }) {
  const drawn = Object.entries(layout.edges).flatMap(([id, points]) => {
    const edge = map.edges.get(id);
    return edge ? [{ edge, d: pathOf(points), lit: edge.from === selected || edge.to === selected }] : [];
  });
  return html`<svg class="map-edges" viewBox=${`0 0 ${layout.width} ${layout.height}`} aria-hidden="true" focusable="false">
    <defs>
      ${["", "is-dashed", "is-minus", "is-lit"].map(
        (kind) => html`<marker key=${kind} id=${`tip${kind}`} class=${`map-tip ${kind}`} viewBox="0 0 10 10" refX="9" refY="5"
          markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 1 9.5 5 0 9Z" /></marker>`,
      )}
    </defs>
    ${drawn.map(({ edge, d, lit }) => {
      const kinds = [edge.state === "dashed" && "is-dashed", edge.polarity === "-" && "is-minus", edge.kind === "mitigates" && "is-mitigating", lit && "is-lit"];
      const tip = lit ? "is-lit" : edge.polarity === "-" ? "is-minus" : edge.state === "dashed" ? "is-dashed" : "";
      return html`<path key=${edge.id} data-edge=${edge.id} class=${["map-edge", ...kinds.filter(Boolean)].join(" ")} d=${d} marker-end=${`url(#tip${tip})`} />`;
    })}
  </svg>
  <div class="map-drawing" aria-hidden="true"></div>`;
}
