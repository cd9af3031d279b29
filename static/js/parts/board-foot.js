// @ts-check
/** The board's bottom line: the three meters, the cheapest moves, and how to join. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";

/** @typedef {import("./map-model.js").Room} Room */

const METERS = /** @type {const} */ (["ownership", "realism", "citizen_focus"]);

/** The name of a meter. @param {string} id */
export function meterWords(id) {
  if (id === "ownership") return t("Ejerskab");
  if (id === "realism") return t("Realisme");
  return t("Borgerfokus");
}

/** @param {{room: Room, hasMeters: boolean, hasJoin: boolean}} props */
export function BoardFoot({ room, hasMeters, hasJoin }) {
  return html`<footer class="board-foot">
    ${hasMeters && html`<${Meters} store=${room.store} /><${Moves} store=${room.store} />`}
    ${hasJoin && html`<${JoinCorner} room=${room} />`}
  </footer>`;
}

/** The three meters. @param {{store: Room["store"]}} props */
export function Meters({ store }) {
  const meters = store.slice("meters").value;
  if (!meters) return null;
  return html`<ul class="meters">
    ${METERS.map(
      (id) => html`<li key=${id} class="meter">
        <b class="meter-figure">${meters[id]}</b>
        <span class="meter-text">
          <span class="meter-name">${meterWords(id)}</span>
          <span class="meter-bar" aria-hidden="true"><span class=${toneOf(meters[id])} style=${{ inlineSize: `${meters[id]}%` }}></span></span>
        </span>
      </li>`,
    )}
  </ul>`;
}

/** The two cheapest next moves; the room always sees them. @param {{store: Room["store"]}} props */
function Moves({ store }) {
  const moves = store.slice("meters").value?.moves ?? [];
  if (!moves.length) return null;
  return html`<div class="board-moves">
    <p>${t("Billigst lige nu")}</p>
    <ul>${moves.slice(0, 2).map((/** @type {{text: string, gain: number}} */ move) => html`<li key=${move.text}>${move.text} <b>+${move.gain}</b></li>`)}</ul>
  </div>`;
}

/** Colour follows the thresholds of the verdict; the figure itself stands beside it. @param {number} value */
const toneOf = (value) => (value >= 70 ? "is-good" : "is-fair");

/** The code as two groups of three, easier to read across a room. @param {string} code */
export const codeWords = (code) => code.replace(/^(.{3})(.{3})$/, "$1 $2");

/** An address without its scheme, as people type it. @param {string} url */
export const addressWords = (url) => url.replace(/^https?:\/\//, "").replace(/\/j\/[^/]*$/, "/j");

/** @param {{room: Room}} props */
function JoinCorner({ room }) {
  const { code, join_url: url } = room.page;
  return html`<div class="join-corner">
    <span><span class="join-address">${addressWords(url)}</span><b class="join-code">${codeWords(code)}</b></span>
    <img src=${`/g/${code}/qr.svg`} alt=${t("QR-kode til at være med")} />
  </div>`;
}
