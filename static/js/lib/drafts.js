// @ts-check
/**
 * What a person has begun to write and choose, kept on the device until it is sent: a phone that
 * comes back keeps its place.
 */
import { signal } from "./vendor.js";

/** @typedef {ReturnType<typeof createDrafts>} Drafts */
/** @typedef {Record<string, any>} Draft */

/**
 * @param {string} key the game and the seat's kind
 * @param {import("./outbox.js").Shelf | null} shelf
 */
export function createDrafts(key, shelf) {
  const drafts = signal(read(key, shelf));

  /** @param {Record<string, Draft>} next */
  const keep = (next) => {
    drafts.value = next;
    try {
      shelf?.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage a draft lasts as long as the page.
    }
  };

  return {
    /** The draft of one question. @param {string} id @returns {Draft} */
    of: (id) => drafts.value[id] ?? {},
    /** Changes part of a draft. @param {string} id @param {Draft} part */
    set: (id, part) => keep({ ...drafts.value, [id]: { ...drafts.value[id], ...part } }),
    /** Lets go of a draft that was sent. @param {string} id */
    drop(id) {
      const { [id]: _gone, ...rest } = drafts.value;
      keep(rest);
    },
  };
}

/**
 * Gives a phone its drafts, once: the first load does without them.
 * @param {{code: string, shelf: import("./outbox.js").Shelf | null, drafts?: Drafts}} app
 */
export function openDrafts(app) {
  app.drafts ??= createDrafts(`gevinstspillet.${app.code}.drafts`, app.shelf);
}

/** @param {string} key @param {import("./outbox.js").Shelf | null} shelf @returns {Record<string, Draft>} */
function read(key, shelf) {
  try {
    return JSON.parse(shelf?.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}
