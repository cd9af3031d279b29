// @ts-check
/** The board's bottom line: the three meters and why they moved, the moves that help most, what the marks mean, and how to join. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Legend } from "./board-legend.js";
import { Overview } from "./board-overview.js";
import { meterTone } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */

const METERS = /** @type {const} */ (["ownership", "realism", "citizen_focus"]);

/** The name of a meter. @param {string} id */
export function meterWords(id) {
  if (id === "ownership") return t("Ejerskab");
  if (id === "realism") return t("Realisme");
  return t("Borgerfokus");
}

/** @param {{room: Room, hasMap: boolean, hasMeters: boolean, hasJoin: boolean}} props */
export function BoardFoot({ room, hasMap, hasMeters, hasJoin }) {
  const hasMoves = hasMeters && room.store.slice("round").value?.step === "briefing";
  return html`<footer class="board-foot">
    ${hasMeters && html`<${Meters} store=${room.store} hasReasons=${!hasMoves} />`}
    ${hasMap && html`<${Legend} store=${room.store} />`}
    ${hasMoves ? html`<${Moves} store=${room.store} />` : html`<${Overview} room=${room} />`}
    ${hasJoin && html`<${JoinCorner} room=${room} />`}
  </footer>`;
}

/** The three meters; on the board each says why it stands where it stands. @param {{store: Room["store"], hasReasons?: boolean}} props */
export function Meters({ store, hasReasons = false }) {
  const meters = store.slice("meters").value;
  if (!meters) return null;
  return html`<ul class=${hasReasons ? "meters has-reasons" : "meters"}>
    ${METERS.map((id) => {
      const reason = hasReasons ? meters.reasons?.[id] : null;
      return html`<li key=${id} class="meter">
        <b class="meter-figure">${meters[id]}</b>
        <span class="meter-text">
          <span class="meter-name">${meterWords(id)}</span>
          <span class="meter-bar" aria-hidden="true"><span class=${meterTone(meters[id])} style=${{ translate: `${meters[id] - 100}% 0` }}></span></span>
        </span>
        ${reason && html`<span class="meter-reason">${reason.delta !== 0 && html`<b class=${reason.delta > 0 ? "meter-delta" : "meter-delta is-down"}>${signed(reason.delta)}:</b> `}${reason.text}</span>`}
      </li>`;
    })}
  </ul>`;
}

/** A change with its sign. @param {number} delta */
const signed = (delta) => (delta > 0 ? `+${delta}` : `−${-delta}`);

/** The two next moves that help most; the room sees them as each round begins. @param {{store: Room["store"]}} props */
function Moves({ store }) {
  const moves = store.slice("meters").value?.moves ?? [];
  if (!moves.length) return null;
  return html`<div class="board-moves">
    <p>${t("Flest point nu")}</p>
    <ul>${moves.slice(0, 2).map((/** @type {{text: string, gain: number}} */ move) => html`<li key=${move.text}>${move.text} <b>+${move.gain}</b></li>`)}</ul>
  </div>`;
}

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
