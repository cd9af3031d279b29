// @ts-check
/** What a role is called, in the words the server sent. */

/** @typedef {import("../lib/store.js").Store} Store */

/** The title of a role, or of a group of roles; its id as words while no slice has told it. @param {Store} store @param {string} id @returns {string} */
export function roleTitle(store, id) {
  return store.slice("roles").value?.titles?.[id] ?? id.replaceAll("_", " ");
}

/** The roles a person may take. @param {Store} store @returns {{value: string, text: string}[]} */
export function roleOptions(store) {
  const offered = /** @type {string[]} */ (store.slice("roles").value?.offered ?? []);
  return offered.map((id) => ({ value: id, text: roleTitle(store, id) }));
}
