// @ts-check
/**
 * The benefit map as a viewer may know it: the slices of a store gathered by node. Reads signals, so a
 * component that calls `mapOf` draws again when one of them changes. Decides nothing.
 */

/**
 * @typedef {{id: string, label: string, type: string, title: string, card?: string|null, perspective?: string|null, class?: string|null,
 *   state: string, support?: number, round?: string, ghost?: boolean, by?: string|null, approved_by?: string|null, low?: boolean,
 *   one_voice?: boolean, external?: boolean}} MapNode
 * @typedef {{id: string, from: string, to: string, kind: string, polarity: string, state: string}} MapEdge
 * @typedef {{node: string, role: string, role_title?: string, name?: string|null, state: string, by?: string|null, co_signed?: boolean, proxy?: boolean}} Assignment
 * @typedef {{node: string, indicator?: string, unit?: string, direction?: string, baseline?: string|null, baseline_plan?: string|null,
 *   target?: string|null, target_date?: string|null, kroner?: boolean}} Measure
 * @typedef {{node: string, n: number, unknown?: number, median: string|null, q1: string|null, q3: string|null, spread?: string|null,
 *   planning?: string|null, contested: boolean, thin?: boolean, values?: string[], unit?: string, round?: number}} Estimate
 * @typedef {{rule: string, level: string, node?: string|null, text: string, why?: string, next?: string}} Finding
 * @typedef {{id: string, card: string, node: string, text: string, state: string, answer?: string|null}} Challenge
 * @typedef {import("../lib/store.js").Store} Store
 */

/**
 * @typedef {{nodes: Map<string, MapNode>, edges: Map<string, MapEdge>, owners: Map<string, Assignment>, measures: Map<string, Measure>,
 *   estimates: Map<string, Estimate>, challenges: Map<string, Challenge[]>, findings: Map<string, Finding[]>}} BenefitMap
 */

/**
 * Everything known about the map now.
 * @param {Store} store @returns {BenefitMap}
 */
export function mapOf(store) {
  const list = (/** @type {string} */ prefix) => store.list(prefix).value;
  const findings = store.slice("meters").value?.findings ?? [];
  const nodes = list("node/").map((node) => withGoal(node, store));
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(list("edge/").map((edge) => [edge.id, edge])),
    owners: byNode(list("assignment/")),
    measures: byNode(list("measure/")),
    estimates: byNode(list("estimate/").map((one) => (Array.isArray(one) ? one.at(-1) : one))),
    challenges: grouped(list("challenge/")),
    findings: grouped(findings.filter((/** @type {Finding} */ finding) => finding.node)),
  };
}

/** A goal's own slice knows what the room has made of it. @param {MapNode} node @param {Store} store */
function withGoal(node, store) {
  const goal = node.type === "goal" ? store.slice(`goal/${node.id}`).value : null;
  return goal ? { ...node, ...goal } : node;
}

/** @template {{node: string}} T @param {T[]} items @returns {Map<string, T>} */
const byNode = (items) => new Map(items.filter(Boolean).map((item) => [item.node, item]));

/** @template {{node?: string|null}} T @param {T[]} items @returns {Map<string, T[]>} */
function grouped(items) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const item of items) {
    const key = item.node ?? "";
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return found;
}

/** Whether the node needs somebody to answer for it. @param {MapNode} node */
export const wantsOwner = (node) =>
  ["benefit", "disbenefit", "change", "goal"].includes(node.type) && node.state !== "parked";

/** The worst finding on a node: `red`, `amber` or ''. @param {Finding[] | undefined} findings */
export function worst(findings = []) {
  if (findings.some((finding) => finding.level === "red")) return "red";
  return findings.length ? "amber" : "";
}

/** @typedef {import("../lib/room.js").Room} Room */
