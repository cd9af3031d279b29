// @ts-check
/**
 * Where did my card go? Cards travel from where they stood to where they stand now; what is new comes out of what
 * it belongs to; what leaves says so. Nothing moves for more than five seconds, and whoever asked for less motion
 * gets a still mark around what is new instead. A board that has just opened shows the picture as it is.
 */
import { useLayoutEffect, useRef } from "../lib/vendor.js";
import { drawEdges, farewell, travel, turnOver } from "./board-flight.js";

/** @typedef {{left: number, top: number, width: number, height: number}} Rect */
/** @typedef {Map<string, Rect>} Places */
/** @typedef {{scene: string, nodes: Map<string, {type: string, state: string, support?: number}>, ties: [string, string][], why: (id: string, merged: boolean) => string}} Scene */

/** @param {Element | null} root @returns {{cards: Places, backs: Rect[], edges: Set<string>}} */
export function standing(root) {
  /** @type {Places} */
  const cards = new Map();
  for (const one of root?.querySelectorAll("[data-node]") ?? []) cards.set(/** @type {HTMLElement} */ (one).dataset.node ?? "", one.getBoundingClientRect());
  const backs = [...(root?.querySelectorAll(".back.is-down") ?? [])].map((one) => one.getBoundingClientRect());
  const edges = new Set([...(root?.querySelectorAll("[data-edge]") ?? [])].map((one) => /** @type {SVGElement} */ (one).dataset.edge ?? ""));
  return { cards, backs, edges };
}

/** So many pictures a new scene may take to have its cards: a map asks first how large it may be. */
const PATIENCE = 5;

/**
 * A ref for the board. To be called while it is drawn, when the page still stands as it did.
 * @param {Scene} now
 */
export function useMotion(now) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const last = useRef(/** @type {Scene | null} */ (null));
  const gone = useRef(new Set(/** @type {string[]} */ ([])));
  const waiting = useRef(0);
  const before = standing(ref.current);
  useLayoutEffect(() => {
    const was = last.current;
    if (!ref.current || !now.scene) return;
    last.current = now;
    if (!was) return;
    if (was.scene !== now.scene) return whenDrawn(PATIENCE);
    if (waiting.current) return;
    moved(/** @type {HTMLElement} */ (ref.current), before, was, now);
    sayGoodbye(before.cards, was, now, gone.current);

    /** @param {number} patience */
    function whenDrawn(patience) {
      const root = ref.current;
      cancelAnimationFrame(waiting.current);
      waiting.current = 0;
      if (!root || !was) return;
      if (root.querySelector("[data-node]") || patience === 0) moved(root, before, was, now);
      else waiting.current = requestAnimationFrame(() => whenDrawn(patience - 1));
    }
  });
  return ref;
}

/**
 * Sets everything in motion that stands elsewhere than it did, or was not there.
 * @param {HTMLElement} root @param {ReturnType<typeof standing>} before @param {Scene} was @param {Scene} now
 */
function moved(root, before, was, now) {
  const isSame = was.scene === now.scene;
  const after = standing(root);
  for (const [id, rect] of after.cards) {
    const card = root.querySelector(`[data-node="${CSS.escape(id)}"]`);
    const from = before.cards.get(id);
    if (!card || (isSame && from)) continue;
    if (from) travel(card, from, rect);
    else if (before.backs.length) continue;
    else travel(card, originOf(id, now, isSame ? before.cards : new Map()) ?? { ...plain(rect), left: rect.left - rect.width / 3 }, rect, { isNew: was.nodes.size > 0 });
  }
  if (before.backs.length && !after.backs.length && after.cards.size) turnOver(root, before.backs, after.cards, now.nodes);
  drawEdges(root, isSame ? before.edges : new Set());
}

/** @param {Rect} rect @returns {Rect} */
const plain = ({ left, top, width, height }) => ({ left, top, width, height });

/** What a new card belongs to and where that stands. @param {string} id @param {Scene} now @param {Places} places */
function originOf(id, { ties }, places) {
  for (const [one, other] of ties) {
    const near = one === id ? other : other === id ? one : "";
    const place = places.get(near);
    if (place) return place;
  }
  return null;
}

/** What stood here and is out of the map now. @param {Places} places @param {Scene} was @param {Scene} now @param {Set<string>} gone */
function sayGoodbye(places, was, now, gone) {
  const isOut = (/** @type {string} */ id) => ["parked", "rejected"].includes(now.nodes.get(id)?.state ?? "rejected");
  const grown = [...now.nodes].some(([id, node]) => (node.support ?? 0) > (was.nodes.get(id)?.support ?? node.support ?? 0));
  for (const [id, rect] of places) {
    const stood = was.nodes.get(id);
    if (!stood || gone.has(id) || !isOut(id) || ["parked", "rejected"].includes(stood.state)) continue;
    gone.add(id);
    farewell(rect, now.why(id, grown));
  }
  for (const id of [...gone]) if (!isOut(id)) gone.delete(id);
}
