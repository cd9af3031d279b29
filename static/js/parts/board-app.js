// @ts-check
/** The board: no controls, no secrets. What it shows follows from the slices alone. */
import { t } from "../lib/i18n.js";
import { html, useEffect } from "../lib/vendor.js";
import { readView } from "./board-camera.js";
import { Clusters, FaceDown } from "./board-cards.js";
import { Closing } from "./board-closing.js";
import { Estimates } from "./board-estimates.js";
import { BoardFoot } from "./board-foot.js";
import { BoardGoals } from "./board-goals.js";
import { BoardHead } from "./board-head.js";
import { BoardLobby } from "./board-lobby.js";
import { BoardMap } from "./board-map.js";
import { useMotion } from "./board-motion.js";
import { Storm } from "./board-storm.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function Board({ room }) {
  const { store, wire } = room;
  const isHere = store.ready.value;
  const view = readView(store.slice("game").value?.view);
  useEffect(() => wearTheme(view.theme), [view.theme]);
  const Stage = isHere ? stageOf(store) : null;
  const ref = useMotion({ scene: Stage?.name ?? "", ...sceneOf(store) });
  const ending = wire.ending.value;
  if (ending && wire.link.value === "ended") return html`<${Notice} text=${ending.text || t("Tavlen kan ikke vise spillet. Åbn et nyt link fra konsollen.")} />`;
  if (!Stage) return html`<${Notice} text=${t("Finder spillet …")} />`;
  const n = store.slice("round").value?.n ?? 0;
  const isClosed = store.slice("game").value?.state === "closed";
  const meters = store.slice("meters").value;
  const hasMeters = isClosed || (n >= 3 && meters?.ownership + meters?.realism + meters?.citizen_focus > 0);
  return html`<div class="board" ref=${ref}>
    <${BoardHead} room=${room} />
    <div class="board-stage"><${Stage} room=${room} /></div>
    <${BoardFoot} room=${room} hasMap=${Stage === BoardMap} hasMeters=${hasMeters} hasJoin=${view.hasJoin && Stage !== BoardLobby && !isClosed} />
  </div>`;
}

/**
 * Which picture the board shows.
 * @param {import("../lib/store.js").Store} store @returns {(props: {room: Room}) => any}
 */
export function stageOf(store) {
  const game = store.slice("game").value;
  const round = store.slice("round").value;
  const Ground = store.slice("layout").value ? BoardMap : BoardGoals;
  const view = readView(game?.view);
  const isAsked = view.whole || view.lane || view.node;
  if (isAsked && store.slice("layout").value && game?.state !== "lobby" && !(round?.n === 2 && round.step === "open")) return BoardMap;
  if (game?.state === "closed") return Closing;
  if (!round || game?.state === "lobby" || round.n === 0) return BoardLobby;
  const { n, step } = round;
  if (n === 1) return BoardGoals;
  if (n === 2 && step === "open") return round.wave > 1 ? Clusters : FaceDown;
  if (n === 2 && step === "revealed") return Clusters;
  if (n === 5 && step === "revealed" && store.list("estimate/").value.length) return Estimates;
  if (n === 6 && step === "revealed" && store.list("challenge/").value.length) return Storm;
  if (n === 7 && step !== "briefing") return Closing;
  return Ground;
}

/** What the movements need to know: the cards, what belongs to what, and why one left. @param {import("../lib/store.js").Store} store */
function sceneOf(store) {
  const nodes = new Map(store.list("node/").value.map((/** @type {any} */ node) => [node.id, node]));
  const ties = store.list("edge/").value.map((/** @type {any} */ edge) => /** @type {[string, string]} */ ([edge.to, edge.from]));
  const why = (/** @type {string} */ id, /** @type {boolean} */ isMerged) => {
    if (nodes.get(id)?.state === "parked") return t("Parkeret");
    return isMerged ? t("Slået sammen") : t("Taget af tavlen");
  };
  return { nodes, ties, why };
}

/** @param {string} theme */
function wearTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** One sentence in the middle of the board. @param {{text: string}} props */
const Notice = ({ text }) => html`<p class="board-notice" role="status">${text}</p>`;
