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
  return html`<svg class="overview" role="img" aria-label=${words} viewBox=${`0 0 ${layout.width} ${layout.height}`}>
    ${Object.entries(layout.nodes).map(([id, [left, top, w, h]]) => {
      const node = nodes.get(id);
      const tone = node?.type === "benefit" ? (node.perspective ?? "goal") : (node?.type ?? "goal");
      return html`<rect key=${id} class=${`overview-card tone-${tone}`} x=${left} y=${top} width=${w} height=${h} rx="12" />`;
    })}
    <rect class="overview-frame" x=${Math.max(0, x)} y=${Math.max(0, y)} width=${Math.min(width, layout.width)} height=${Math.min(height, layout.height)} rx="16" />
  </svg>`;
}
