// @ts-check
/**
 * The geometry of a drawn map: pure functions from the `layout` slice to boxes and paths. The server
 * has placed every card and routed every edge; nothing here moves one.
 */

/**
 * @typedef {[number, number]} Point
 * @typedef {[number, number, number, number]} Box  x, y, width, height in layout units
 * @typedef {{width: number, height: number, nodes: Record<string, Box>, edges: Record<string, Point[]>}} Layout
 * @typedef {{id: string, type: string, perspective?: string|null}} Placed
 * @typedef {{lane: string, x: number, w: number}} Lane
 * @typedef {{row: string, y: number, h: number}} Row
 */

/** The lanes in reading order, with the node types that stand in each. */
export const LANES = /** @type {const} */ (["enabler", "change", "benefit", "goal"]);

/** The rows of the benefit lane: four perspectives, then the dis-benefits. */
export const ROWS = ["citizens", "processes", "finance", "employees", "disbenefit"];

/** A row reaches this far over its highest card, where its word stands, and this far below its lowest. */
const HEAD = 32;
const FOOT = 20;

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

/**
 * The lanes that have a card, each with its left edge and its width.
 * @param {Layout} layout @param {Map<string, Placed>} nodes @returns {Lane[]}
 */
export function lanes(layout, nodes) {
  return LANES.flatMap((lane) => {
    const boxes = boxesOf(layout, nodes, (node) => laneOf(node.type) === lane);
    if (!boxes.length) return [];
    const x = Math.min(...boxes.map((box) => box[0]));
    return [{ lane, x, w: Math.max(...boxes.map((box) => box[0] + box[2])) - x }];
  });
}

/**
 * The rows of the benefit lane from the top, with head room for a word over the cards. Empty when
 * the layout does not keep perspectives apart, so that a band never claims a card of another.
 * @param {Layout} layout @param {Map<string, Placed>} nodes @returns {Row[]}
 */
export function rows(layout, nodes) {
  const found = ROWS.flatMap((row) => {
    const boxes = boxesOf(layout, nodes, (node) => rowOf(node) === row);
    if (!boxes.length) return [];
    const top = Math.min(...boxes.map((box) => box[1]));
    return [{ row, top, bottom: Math.max(...boxes.map((box) => box[1] + box[3])) }];
  }).sort((a, b) => a.top - b.top);
  if (found.some((row, i) => i > 0 && row.top < found[i - 1].bottom)) return [];
  const gap = Math.min(HEAD + FOOT, ...found.slice(1).map((row, i) => row.top - found[i].bottom));
  const [head, foot] = [(gap * HEAD) / (HEAD + FOOT), (gap * FOOT) / (HEAD + FOOT)];
  return found.map(({ row, top, bottom }) => ({ row, y: top - head, h: bottom + foot - top + head }));
}

/** @param {Layout} layout @param {Map<string, Placed>} nodes @param {(node: Placed) => boolean} wanted */
function boxesOf(layout, nodes, wanted) {
  return Object.entries(layout.nodes).flatMap(([id, box]) => {
    const node = nodes.get(id);
    return node && wanted(node) ? [box] : [];
  });
}

/**
 * An SVG path along the points, every bend rounded; it stays on the route it was given.
 * @param {Point[]} points @param {number} radius
 */
export function pathOf(points, radius = 14) {
  if (points.length < 2) return "";
  const [start, ...rest] = points;
  const parts = [`M${start[0]} ${start[1]}`];
  rest.forEach((point, i) => {
    const next = rest[i + 1];
    if (!next) return void parts.push(`L${point[0]} ${point[1]}`);
    const into = towards(point, points[i], radius);
    const out = towards(point, next, radius);
    parts.push(`L${into[0]} ${into[1]}Q${point[0]} ${point[1]} ${out[0]} ${out[1]}`);
  });
  return parts.join("");
}

/**
 * The point at most `distance` from `from` on the way to `to`, never past the middle.
 * @param {Point} from @param {Point} to @param {number} distance @returns {Point}
 */
function towards(from, to, distance) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const share = Math.min(distance, length / 2) / length;
  return [round(from[0] + dx * share), round(from[1] + dy * share)];
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

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
