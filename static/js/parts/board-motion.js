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

/** @typedef {{known: Set<string>, cards: Places, backs: Rect[], edges: Set<string>}} Standing */

/**
 * What stands on the board. Where each card stands is measured only if asked for: the page may have to be laid out for it.
 * @param {Element | null} root @param {boolean} isMeasured @returns {Standing}
 */
export function standing(root, isMeasured = true) {
  const cards = cardsOf(root);
  const backs = [...(root?.querySelectorAll(".back.is-down") ?? [])].map((one) => one.getBoundingClientRect());
  const edges = new Set([...(root?.querySelectorAll("[data-edge]") ?? [])].map((one) => /** @type {SVGElement} */ (one).dataset.edge ?? ""));
  return { known: new Set(cards.keys()), cards: new Map(isMeasured ? [...cards].map(([id, one]) => [id, one.getBoundingClientRect()]) : []), backs, edges };
}

/** The cards on the board by their ids. @param {Element | null} root */
const cardsOf = (root) => new Map([...(root?.querySelectorAll("[data-node]") ?? [])].map((one) => [/** @type {HTMLElement} */ (one).dataset.node ?? "", /** @type {HTMLElement} */ (one)]));

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
  const before = standing(ref.current, last.current?.scene !== now.scene || isLeft(last.current, now));
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
 * @param {HTMLElement} root @param {Standing} before @param {Scene} was @param {Scene} now
 */
function moved(root, before, was, now) {
  const isSame = was.scene === now.scene;
  const cards = cardsOf(root);
  const coming = [...cards].filter(([id]) => !isSame || !before.known.has(id));
  const places = new Map(coming.map(([id, card]) => [id, isSame ? placeOf(card) : card.getBoundingClientRect()]));
  const isTurned = before.backs.length > 0 && coming.length > 0 && !root.querySelector(".back.is-down");
  for (const [id, card] of coming) {
    const rect = /** @type {Rect} */ (places.get(id));
    const from = isSame ? undefined : before.cards.get(id);
    if (from) travel(card, from, rect);
    else if (!before.backs.length && !card.classList.contains("is-off")) travel(card, originOf(id, now, isSame ? before.known : new Set(), cards) ?? { ...plain(rect), left: rect.left - rect.width / 3 }, rect, { isNew: was.nodes.size > 0 });
  }
  if (isTurned) turnOver(root, before.backs, places, now.nodes);
  drawEdges(root, isSame ? before.edges : new Set());
}

/** @param {Rect} rect @returns {Rect} */
const plain = ({ left, top, width, height }) => ({ left, top, width, height });

/** Where a card stands beside the others: on the map its own style says it, so that nothing is laid out to know it. @param {HTMLElement} card @returns {Rect} */
function placeOf(card) {
  const [left, top, width, height] = [...card.style.translate.split(" "), card.style.width, card.style.height].map(Number.parseFloat);
  return height ? { left, top, width, height } : card.getBoundingClientRect();
}

/** What a new card belongs to and where that stands. @param {string} id @param {Scene} now @param {Set<string>} known @param {Map<string, HTMLElement>} cards */
function originOf(id, { ties }, known, cards) {
  for (const [one, other] of ties) {
    const near = one === id ? other : other === id ? one : "";
    const card = known.has(near) && cards.get(near);
    if (card) return placeOf(card);
  }
  return null;
}

/** Whether a card of the map is out of it. @param {Scene} scene @param {string} id */
const isOut = (scene, id) => ["parked", "rejected"].includes(scene.nodes.get(id)?.state ?? "rejected");

/** Whether something left. @param {Scene | null} was @param {Scene} now */
const isLeft = (was, now) => [...(was?.nodes.keys() ?? [])].some((id) => was && isOut(now, id) && !isOut(was, id));

/** What stood here and is out of the map now. @param {Places} places @param {Scene} was @param {Scene} now @param {Set<string>} gone */
function sayGoodbye(places, was, now, gone) {
  const grown = [...now.nodes].some(([id, node]) => (node.support ?? 0) > (was.nodes.get(id)?.support ?? node.support ?? 0));
  for (const [id, rect] of places) {
    if (gone.has(id) || !isOut(now, id) || isOut(was, id)) continue;
    gone.add(id);
    farewell(rect, now.why(id, grown));
  }
  for (const id of [...gone]) if (!isOut(now, id)) gone.delete(id);
}
