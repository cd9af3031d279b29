// @ts-check
/**
 * What a person has chosen for this phone alone: the screen, sound, vibration, the ring of time. Kept
 * on the phone, never sent.
 */
import { signal } from "./vendor.js";

/** @typedef {{awake: boolean, sound: boolean, buzz: boolean, ring: boolean}} Choices */
/** @typedef {ReturnType<typeof createPrefs>} Prefs */

const KEY = "gevinstspillet.phone";
/** The screen stays lit once it was touched; nothing rings or shakes unless asked for. */
const AT_FIRST = { awake: true, sound: false, buzz: false, ring: false };

/** @param {import("./outbox.js").Shelf | null} shelf */
export function createPrefs(shelf) {
  const chosen = signal(read(shelf));
  return {
    /** The choices, as a signal. */
    chosen,
    /** Turns one choice round. @param {keyof Choices} name */
    toggle(name) {
      chosen.value = { ...chosen.value, [name]: !chosen.value[name] };
      try {
        shelf?.setItem(KEY, JSON.stringify(chosen.value));
      } catch {
        // Without storage a choice lasts as long as the page.
      }
    },
  };
}

/**
 * Gives a phone its choices, once: the first load does without them.
 * @param {{shelf: import("./outbox.js").Shelf | null, prefs?: Prefs}} app
 * @returns {Prefs}
 */
export function openPrefs(app) {
  app.prefs ??= createPrefs(app.shelf);
  return app.prefs;
}

/** @param {import("./outbox.js").Shelf | null} shelf @returns {Choices} */
function read(shelf) {
  try {
    return { ...AT_FIRST, ...JSON.parse(shelf?.getItem(KEY) ?? "{}") };
  } catch {
    return { ...AT_FIRST };
  }
}
