// @ts-check
/**
 * The geometry of a drawn map: pure functions from the `layout` slice to boxes and paths. The server
 * has placed every card and routed every edge; nothing here moves one.
 */

/**
 * @typedef {[number, number]} Point
 * @typedef {[number, number, number, number]} Box  x, y, width, height in layout units
 * @typedef {{width: number, height: number, nodes: Record<string, Box>, edges: Record<string, Point[]>,
 *   rows?: Record<string, [number, number]>, lanes?: Record<string, [number, number]>}} Layout
 * @typedef {{id: string, type: string, perspective?: string|null}} Placed
 * @typedef {{lane: string, x: number, w: number}} Lane
 * @typedef {{row: string, y: number, h: number}} Row
 */

/** The lanes in reading order, with the node types that stand in each. */
export const LANES = /** @type {const} */ (["enabler", "change", "benefit", "goal"]);

/** The rows of the benefit lane: four perspectives, then the dis-benefits. */
export const ROWS = ["citizens", "processes", "finance", "employees", "disbenefit"];

/** The lane a node stands in. @param {string} type */
export const laneOf = (type) => (type === "disbenefit" ? "benefit" : type);

/** The row of the benefit lane a node stands in, or "" outside it. @param {Placed} node */
export const rowOf = (node) =>
  node.type === "disbenefit" ? "disbenefit" : node.type === "benefit" ? (node.perspective ?? "") : "";

/**
 * Pixels per layout unit so that the whole map fits the box, but never fewer than `least`.
 * @param {Layout} layout @param {{width: number, height: number}} box @param {number} least
 */
export function scaleFor(layout, box, least) {
  if (!layout.width || !layout.height) return 1;
  return Math.max(least, Math.min(box.width / layout.width, box.height / layout.height));
}

/** Whether a box stands whole in another. @param {Box} box @param {Box} view */
export const inside = ([x, y, w, h], [left, top, width, height]) =>
  x >= left - 1 && y >= top - 1 && x + w <= left + width + 1 && y + h <= top + height + 1;

/** The lanes that have a card, from the left. @param {Layout} layout @returns {Lane[]} */
export const lanes = (layout) =>
  LANES.flatMap((lane) => {
    const [x, w] = layout.lanes?.[lane] ?? [0, 0];
    return w ? [{ lane, x, w }] : [];
  });

/** The rows of the benefit lane that have room for a card, from the top. @param {Layout} layout @returns {Row[]} */
export const rows = (layout) =>
  ROWS.flatMap((row) => {
    const [y, h] = layout.rows?.[row] ?? [0, 0];
    return h ? [{ row, y, h }] : [];
  });

/**
 * An SVG path through the points: level where the route is level, and between two heights a curve that
 * leaves and arrives level, so that it stays in the channel between two columns.
 * @param {Point[]} points
 */
export function pathOf(points) {
  const [start, ...rest] = points;
  if (!start || !rest.length) return "";
  let [x, y] = start;
  const parts = rest.map(([toX, toY]) => {
    const middle = (x + toX) / 2;
    const part = toY === y ? `H${toX}` : `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
    [x, y] = [toX, toY];
    return part;
  });
  return `M${start[0]} ${start[1]}${parts.join("")}`;
}

/**
 * The ids of the placed nodes in the order of the outline: lane by lane, row by row, from the top.
 * @param {Layout} layout @param {Map<string, Placed>} nodes
 */
export function readingOrder(layout, nodes) {
  const rank = (/** @type {string} */ id) => {
    const node = /** @type {Placed} */ (nodes.get(id));
    const [x, y] = layout.nodes[id];
    return [LANES.indexOf(/** @type {any} */ (laneOf(node.type))), ROWS.indexOf(rowOf(node)), x, y];
  };
  return Object.keys(layout.nodes)
    .filter((id) => nodes.has(id))
    .map((id) => /** @type {const} */ ([id, rank(id)]))
    .sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3])
    .map(([id]) => id);
}
