// @ts-check
/** The map on the board: as large as the screen allows; past 40 nodes it follows the round's lane. */
import { t } from "../lib/i18n.js";
import { html, useEffect } from "../lib/vendor.js";
import { LINES, useSize } from "./map-fit.js";
import { lanes } from "./map-geometry.js";
import { mapOf } from "./map-model.js";
import { LaneHeads, MapView } from "./map-view.js";

/** Below this scale text is too small to read from the back row: a card's text is a fifth of its height. */
const LEAST_TEXT = 13;
/** Few cards do not fill the board: they keep the size of cards. */
const MOST = 1.35;
const LANE_OF_ROUND = ["", "goal", "benefit", "change", "benefit", "benefit", "benefit", ""];

/** @param {{room: import("./map-model.js").Room}} props */
export function BoardMap({ room }) {
  const { store } = room;
  const layout = store.slice("layout").value;
  const n = store.slice("round").value?.n ?? 7;
  const { ref, width, height } = useSize();
  const map = mapOf(store);
  const scale = width ? scaleOnBoard(layout, width, height) : 0;
  useEffect(() => {
    const lane = lanes(layout).find((one) => one.lane === LANE_OF_ROUND[n]);
    if (lane && ref.current) ref.current.scrollTo({ left: (lane.x + lane.w / 2) * scale - width / 2, behavior: "smooth" });
  }, [n, scale, width]);
  usePages(ref, height, scale);
  return html`<section class="board-map" ref=${ref} tabIndex="0" aria-label=${t("Gevinstkort")}>
    ${scale > 0 && html`<div class="board-map-inner" style=${{ width: `${layout.width * scale}px` }}>
      <${LaneHeads} layout=${layout} scale=${scale} />
      <${MapView} layout=${layout} map=${map} scale=${scale} phase=${phaseOf(store)} />
    </div>`}
  </section>`;
}

/** How long each part of a map that is taller than the board stands still. */
const PAGE_MS = 12_000;

/**
 * Shows a tall map part by part, so that the room sees all of it without anybody touching the board.
 * @param {{current: HTMLElement | null}} ref @param {number} height @param {number} scale
 */
function usePages(ref, height, scale) {
  useEffect(() => {
    const turn = () => {
      const view = ref.current;
      if (!view || view.scrollHeight <= view.clientHeight + 1) return;
      const isAtEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
      view.scrollTo({ top: isAtEnd ? 0 : view.scrollTop + view.clientHeight * 0.8, behavior: "smooth" });
    };
    const beat = setInterval(turn, PAGE_MS);
    return () => clearInterval(beat);
  }, [height, scale]);
}

/** What is on the table by now. @param {import("../lib/store.js").Store} store */
export function phaseOf(store) {
  const round = store.slice("round").value;
  const n = round?.n ?? (store.slice("game").value?.state === "lobby" ? 0 : 7);
  const isTold = round?.step === "revealed" || round?.step === "resolved";
  return { owners: n > 4 || (n === 4 && isTold), counting: n > 5 || (n === 5 && isTold) };
}

/** @param {import("./map-geometry.js").Layout} layout @param {number} width @param {number} height */
function scaleOnBoard(layout, width, height) {
  const cards = Object.values(layout.nodes);
  const least = cards.length ? (LEAST_TEXT * (window.innerHeight / 1080) * LINES) / Math.min(...cards.map((box) => box[3])) : 0;
  const heads = window.innerHeight * 0.05;
  return Math.max(least, Math.min(MOST, width / layout.width, (height - heads) / layout.height));
}
