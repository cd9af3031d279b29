// @ts-check
/** The last picture stays on the wall until a whole new one is here, as after a restart of the server. */

/**
 * Lets a view of another server's life stand until the whole view of the new one replaces it. Whoever
 * connects before that still says which view it holds, and is told everything.
 * @param {import("../lib/store.js").Store} store @returns {import("../lib/store.js").Store}
 */
export function keepPicture(store) {
  const { apply, position } = store;
  let coming = "";
  store.begin = (epoch) => {
    coming = epoch;
    position.epoch ||= epoch;
  };
  store.apply = (frame) => {
    if (frame.since === 0 && coming) position.epoch = coming;
    return apply(frame);
  };
  return store;
}
