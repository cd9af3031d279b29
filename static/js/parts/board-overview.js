// @ts-check
/** The whole map in small, with a frame around the part that is shown large. */
import { t } from "../lib/i18n.js";
import { html, signal } from "../lib/vendor.js";
import { mapOf } from "./map-model.js";

/** What the board shows of its map now; null while it shows all of it, or no map. */
export const camera = signal(/** @type {{box: import("./map-geometry.js").Box, page: number, pages: number} | null} */ (null));

/** @param {{room: import("./map-model.js").Room}} props */
export function Overview({ room }) {
  const layout = room.store.slice("layout").value;
  const at = camera.value;
  if (!layout || !at) return null;
  const { nodes } = mapOf(room.store);
  const [x, y, width, height] = at.box;
  const words = at.pages > 1 ? t("Udsnit {n} af {of} af kortet", { n: at.page + 1, of: at.pages }) : t("Et udsnit af kortet");
  const frame = { inlineSize: `${(100 * Math.min(width, layout.width)) / layout.width}%`, blockSize: `${(100 * Math.min(height, layout.height)) / layout.height}%` };
  const from = [(100 * Math.max(0, x)) / Math.min(width, layout.width), (100 * Math.max(0, y)) / Math.min(height, layout.height)];
  return html`<span class="overview" role="img" aria-label=${words} style=${{ "--ratio": String(layout.width / layout.height) }}>
    <svg viewBox=${`0 0 ${layout.width} ${layout.height}`} aria-hidden="true" focusable="false">
      ${[...shapes(layout, nodes)].map(([tone, d]) => html`<path key=${tone} class=${`overview-card tone-${tone}`} d=${d} />`)}
    </svg>
    <span class="overview-frame" style=${{ ...frame, translate: `${from[0]}% ${from[1]}%` }}></span>
  </span>`;
}

/** The cards of each tone as one shape. @param {import("./map-geometry.js").Layout} layout @param {Map<string, import("./map-model.js").MapNode>} nodes */
function shapes(layout, nodes) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [id, [x, y, w, h]] of Object.entries(layout.nodes)) {
    const node = nodes.get(id);
    const tone = node?.type === "benefit" ? (node.perspective ?? "goal") : (node?.type ?? "goal");
    found.set(tone, `${found.get(tone) ?? ""}M${x} ${y}h${w}v${h}h${-w}Z`);
  }
  return found;
}
