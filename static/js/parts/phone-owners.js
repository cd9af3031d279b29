// @ts-check
/** Who may own a card on the map: the rules tell it by kind, and the phone offers nothing else. */
import { roleTitle } from "./map-roles.js";

/** @typedef {import("../lib/store.js").Store} Store */

/** Without a class yet a benefit is the mildest one. */
const MILDEST = "Q";

/** The ids of the roles that may own a node. @param {Store} store @param {any} node @returns {string[]} */
function owners(store, node) {
  const kind = node?.type === "benefit" ? `benefit/${node.class ?? MILDEST}` : node?.type;
  return store.slice("roles").value?.owners?.[kind] ?? [];
}

/** The roles of this game that may own a node. @param {Store} store @param {any} node */
export function ownerOptions(store, node) {
  const { offered = [] } = store.slice("roles").value ?? {};
  return owners(store, node)
    .filter((id) => offered.includes(id))
    .map((id) => ({ value: id, text: roleTitle(store, id) }));
}

/** Whether this seat's own role may own a node. @param {Store} store @param {any} node */
export const mayOwn = (store, node) =>
  owners(store, node).includes(store.slice("me").value?.role ?? "");
