// @ts-check
/** The map in the console: the board's own picture, with cards to pick, and two ways to look closer. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { phaseOf } from "./board-map.js";
import { useSize } from "./map-fit.js";
import { scaleFor } from "./map-geometry.js";
import { mapOf } from "./map-model.js";
import { LaneHeads, MapView } from "./map-view.js";

/** Steps from the whole map to the size of the board's own cards. */
const STEPS = [0, 0.5, 0.75, 1];
const HEADS_PX = 32;

/** Two buttons beside the tabs, where they cover no card. @param {{zoom: number, onZoom: (zoom: number) => void}} props */
export function Zoom({ zoom, onZoom }) {
  return html`<div class="zoom" role="group" aria-label=${t("Størrelse")}>
    <button type="button" class="button" disabled=${zoom === 0} aria-label=${t("Mindre")} onClick=${() => onZoom(zoom - 1)}>−</button>
    <button type="button" class="button" disabled=${zoom === STEPS.length - 1} aria-label=${t("Større")} onClick=${() => onZoom(zoom + 1)}>+</button>
  </div>`;
}

/** @param {{room: import("./map-model.js").Room, selected: string, zoom: number, onPick: (id: string) => void}} props */
export function ConsoleMap({ room, selected, zoom, onPick }) {
  const layout = room.store.slice("layout").value;
  const { ref, width, height } = useSize();
  const map = mapOf(room.store);
  const hasCards = layout && Object.keys(layout.nodes).length > 0;
  const scale = width && hasCards ? scaleFor(layout, { width: width - 16, height: height - HEADS_PX - 8 }, STEPS[zoom] ?? 0) : 0;
  return html`<div class="console-map">
    <div class="console-map-view" ref=${ref} tabIndex=${zoom ? 0 : undefined}>
      ${!hasCards && html`<p class="empty">${t("Kortet tegnes, når de første kort er vendt.")}</p>`}
      ${scale > 0 && html`<div style=${{ width: `${layout.width * scale}px` }}>
        <${LaneHeads} layout=${layout} scale=${scale} />
        <${MapView} layout=${layout} map=${map} scale=${scale} phase=${phaseOf(room.store)} selected=${selected} onPick=${onPick} />
      </div>`}
    </div>
  </div>`;
}
