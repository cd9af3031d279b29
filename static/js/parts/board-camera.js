// @ts-check
/**
 * What of the map the board shows: all of it where its letters can be read from the back row, else the
 * round's lane, in parts that cut no card. Pure figures in layout units.
 */
import { lanes } from "./map-geometry.js";

/** @typedef {import("./map-geometry.js").Layout} Layout */
/** @typedef {import("./map-geometry.js").Box} Box */
/** @typedef {{scale: number, pages: Box[], isWhole: boolean}} Sight */
/** @typedef {{whole: boolean, lane: string, page: number | null, node: string, hasJoin: boolean, theme: string}} View */

/** Few cards do not fill the board: they keep the size of cards. */
const MOST = 1.3;
/** One card is looked at so much closer. */
const CLOSE = 1.6;
/** What stands before a window's first cards: a little air, and before the benefits the words of their rows. */
const [AIR, WORDS] = [12, 58];
const LANE_OF_ROUND = ["", "goal", "benefit", "change", "benefit", "benefit", "benefit", ""];
const THEMES = ["light", "dark", "projector"];

/**
 * What `show` asked for: words parted by spaces, `map`, `lane/benefit/2`, `node/n7`, `nojoin`, `theme/dark`.
 * @param {string} [words] @returns {View}
 */
export function readView(words = "") {
  const said = words.split(/\s+/).map((word) => word.split("/"));
  const arg = (/** @type {string} */ name) => said.find(([one]) => one === name)?.slice(1) ?? [];
  const [lane = "", page] = arg("lane");
  const [theme = ""] = arg("theme");
  return {
    whole: said.some(([one]) => one === "map"),
    lane,
    page: page && Number(page) > 0 ? Number(page) - 1 : null,
    node: arg("node")[0] ?? "",
    hasJoin: !said.some(([one]) => one === "nojoin"),
    theme: THEMES.includes(theme) ? theme : "",
  };
}

/**
 * The scale, and the parts of the map to show in turn.
 * @param {Layout} layout @param {{width: number, height: number}} size in pixels @param {number} unit a pixel of 1080p
 * @param {View} view @param {number} round @returns {Sight}
 */
export function sightOf(layout, { width, height }, unit, view, round) {
  const fit = Math.min(MOST * unit, width / layout.width, height / layout.height);
  const all = /** @type {Box} */ ([0, 0, layout.width, layout.height]);
  const card = layout.nodes[view.node];
  if (card) return { scale: unit * CLOSE, pages: [around(layout, card, width / unit / CLOSE, height / unit / CLOSE)], isWhole: false };
  const isChosen = Boolean(view.lane);
  if (view.whole || (fit >= unit && !isChosen)) return { scale: fit, pages: [all], isWhole: true };
  const scale = Math.max(unit, isChosen ? fit : 0);
  const pages = pagesOf(layout, view.lane || LANE_OF_ROUND[round] || "", { width: width / scale, height: height / scale });
  const page = view.page === null ? undefined : pages[Math.min(view.page, pages.length - 1)];
  return { scale, pages: page ? [page] : pages, isWhole: false };
}

/**
 * Windows of this size that together show every card of the lane whole; all cards where there is no such lane.
 * @param {Layout} layout @param {string} name @param {{width: number, height: number}} size @returns {Box[]}
 */
export function pagesOf(layout, name, { width, height }) {
  const lane = lanes(layout).find((one) => one.lane === name);
  const cards = Object.values(layout.nodes).filter(([x, , w]) => !lane || (x >= lane.x && x + w <= lane.x + lane.w));
  const across = windows(cards.map(([x, , w]) => [x, w]), width, layout.width, Object.values(layout.nodes).map(([x]) => x), name === "benefit" ? WORDS : AIR);
  return across.flatMap((x) => {
    const here = cards.filter(([left, , w]) => left >= x - 1 && left + w <= x + width + 1);
    return windows(here.map(([, y, , h]) => [y, h]), height, layout.height).map((y) => /** @type {Box} */ ([x, y, width, height]));
  });
}

/**
 * Where windows of this length begin so that each span stands whole in one. A single window has its spans in the
 * middle, and begins where something else begins, so that as little as possible is cut.
 * @param {[number, number][]} spans @param {number} length @param {number} most @param {number[]} [edges] @param {number} [air]
 */
function windows(spans, length, most, edges = [], air = AIR) {
  const last = Math.max(0, most - length);
  const sorted = [...spans].sort(([a], [b]) => a - b);
  const first = sorted[0]?.[0] ?? 0;
  const end = Math.max(first, ...sorted.map(([at, size]) => at + size));
  if (end - first <= length) {
    const middle = Math.min(last, Math.max(0, (first + end - length) / 2));
    const starts = edges.length ? [0, ...edges.map((edge) => edge - air)] : [middle, 0, last];
    const near = starts.filter((at) => at >= 0 && at <= Math.min(last, first) && at + length >= end);
    return [near.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.min(middle, first)];
  }
  /** @type {number[]} */
  const starts = [];
  let shown = -Infinity;
  for (const [at, size] of sorted) {
    if (at + size <= shown) continue;
    starts.push(Math.min(last, Math.max(0, at - air)));
    shown = /** @type {number} */ (starts.at(-1)) + length;
  }
  return starts;
}

/** The window with a card in its middle. @param {Layout} layout @param {Box} card @param {number} width @param {number} height @returns {Box} */
function around(layout, [x, y, w, h], width, height) {
  const at = (/** @type {number} */ middle, /** @type {number} */ length, /** @type {number} */ most) =>
    Math.max(0, Math.min(middle - length / 2, most - length));
  return [at(x + w / 2, width, layout.width), at(y + h / 2, height, layout.height), width, height];
}
