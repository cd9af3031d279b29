// @ts-check
/** What the marks on the board's map mean: only those that are on it now. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Icon } from "./map-icons.js";
import { mapOf } from "./map-model.js";

/**
 * The marks that the cards and arrows on the table bear.
 * @param {import("./map-model.js").BenefitMap} map @param {import("./map-geometry.js").Layout} layout
 */
export function marksOf(map, layout) {
  const cards = Object.keys(layout.nodes);
  return [
    Object.keys(layout.edges).some((id) => map.edges.get(id)?.state === "dashed") && "dashed",
    cards.some((id) => map.findings.has(id)) && "flag",
    cards.some((id) => map.nodes.get(id)?.state === "contested") && "hatched",
  ].filter(Boolean);
}

/** A mark in words. @param {string} mark */
function words(mark) {
  if (mark === "dashed") return t("Uafklaret");
  return mark === "flag" ? t("Mangler") : t("Omstridt");
}

/** @param {{store: import("./map-model.js").Room["store"]}} props */
export function Legend({ store }) {
  const layout = store.slice("layout").value;
  const marks = layout ? /** @type {string[]} */ (marksOf(mapOf(store), layout)) : [];
  if (!marks.length) return null;
  return html`<ul class="legend" aria-label=${t("Tegnene på kortet")}>
    ${marks.map((mark) => html`<li key=${mark}><span class=${`legend-mark is-${mark}`} aria-hidden="true">${mark === "flag" && html`<${Icon} name="flag" />`}</span> ${words(mark)}</li>`)}
  </ul>`;
}
