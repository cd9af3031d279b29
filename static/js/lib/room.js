// @ts-check
/**
 * A room as a live page holds it: the facts of the page, its words, the server's clock, the view and the
 * wire that keeps it true.
 */
import { thisBrowser } from "./browser.js";
import { setStrings } from "./i18n.js";
import { createStore } from "./store.js";
import { createClock } from "./time.js";
import { createWire } from "./wire.js";

/**
 * The facts the server put on the page.
 * @typedef {{code: string, language: string, build: string, as: "player" | "board" | "facilitator",
 *   strings?: Record<string, string>, join_url: string, board_url?: string, project_url?: string, desk?: string}} Page
 * @typedef {ReturnType<typeof openRoom>} Room
 */

/** Reads the page and opens its room. */
export function openRoom() {
  /** @type {Page} */
  const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}");
  setStrings(page.language, page.strings);
  const store = createStore();
  const clock = createClock();
  const wire = createWire({ ...page, store, clock, browser: thisBrowser() });
  return { page, store, clock, wire };
}
