// @ts-check
/**
 * Ids made on this device. `crypto.randomUUID` exists only on secure origins, and a workshop on a
 * LAN is plain http, so ids are built from `crypto.getRandomValues`, which exists everywhere.
 */

/**
 * A random UUID (version 4), one per command: the server answers each id exactly once.
 * @param {(bytes: Uint8Array<ArrayBuffer>) => unknown} [fill] fills the bytes with chance; given by tests
 * @returns {string}
 */
export function uuid(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = new Uint8Array(16);
  fill(bytes);
  const stamped = (/** @type {number} */ byte, /** @type {number} */ at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
  const hex = [...bytes]
    .map(stamped)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
