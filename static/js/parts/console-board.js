// @ts-check
/** What the board on the wall shows: it follows the round by itself, and may be led from here. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { readView } from "./board-camera.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./board-camera.js").View} View */

/** The words of `show` for a view; one word at least. @param {View} view */
export function viewWords({ whole, lane, page, node, hasJoin, theme }) {
  const words = [
    whole && "map",
    lane && (page === null ? `lane/${lane}` : `lane/${lane}/${page + 1}`),
    node && `node/${node}`,
    !hasJoin && "nojoin",
    theme && `theme/${theme}`,
  ];
  return words.filter(Boolean).join(" ") || "task";
}

/** The words for one card from near, the rest of the view kept. @param {Room["store"]} store @param {string} id */
export function closeUp(store, id) {
  return viewWords({ ...viewOf(store), whole: false, lane: "", page: null, node: id });
}

/** @param {Room["store"]} store */
function viewOf(store) {
  return readView(store.slice("game").value?.view);
}

/** @param {{room: Room}} props */
export function BoardPanel({ room }) {
  const view = viewOf(room.store);
  const show = (/** @type {Partial<View>} */ change) => () => void room.wire.send("show", { view: viewWords({ ...view, ...change }) }, null);
  const at = (/** @type {boolean} */ whole, /** @type {string} */ lane = "") => ({ whole, lane, page: null, node: "" });
  const isAt = (/** @type {boolean} */ whole, /** @type {string} */ lane = "") => !view.node && view.whole === whole && view.lane === lane;
  return html`<section class="board-panel" aria-labelledby="board-panel">
    <h2 id="board-panel">${t("Tavlen")}</h2>
    <${Choice} label=${t("Tavlen viser")} options=${[
      [t("Følg runden"), isAt(false), show(at(false))],
      [t("Hele kortet, også på telefonerne"), isAt(true), show(at(true))],
      ...lanes().map(([lane, name]) => [name, isAt(false, lane), show(at(false, lane))]),
    ]} />
    <${Choice} label=${t("Tavlens udseende")} options=${looks().map(([theme, name]) => [name, view.theme === theme, show({ theme })])} />
    <${Choice} label=${t("Kode og QR på tavlen")} options=${[
      [t("Vis dem"), view.hasJoin, show({ hasJoin: true })],
      [t("Skjul dem"), !view.hasJoin, show({ hasJoin: false })],
    ]} />
  </section>`;
}

const lanes = () => [["enabler", t("Leverancer")], ["change", t("Forandringer")], ["benefit", t("Gevinster")], ["goal", t("Formål|flere")]];
const looks = () => [["", t("Som maskinen")], ["light", t("Lys")], ["dark", t("Mørk")], ["projector", t("Svag projektor")]];

/** One of several, chosen at once. @param {{label: string, options: [string, boolean, () => void][]}} props */
function Choice({ label, options }) {
  return html`<div class="choice-row" role="group" aria-label=${label}>
    <span class="choice-label" aria-hidden="true">${label}</span>
    ${options.map(([text, isChosen, choose]) => html`<button key=${text} type="button" class="button" aria-pressed=${isChosen} onClick=${choose}>${text}</button>`)}
  </div>`;
}
