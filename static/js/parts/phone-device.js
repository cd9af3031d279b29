// @ts-check
/**
 * What the phone itself is asked for, fetched when the game is on the screen: lead the attention, notice
 * that somebody was away, keep the screen lit, tell of news, keep the shell for where there is no network.
 */
import { language } from "../lib/i18n.js";
import { effect } from "../lib/vendor.js";
import { leadAttention } from "./phone-attention.js";
import { keepAwake } from "./phone-awake.js";
import { watchSignals } from "./phone-signals.js";
import { metKey, stepKey } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/** Who looks away for less than this has not been away. */
const AWAY_MS = 8_000;

/** @param {App} app */
export function startDevice(app) {
  leadAttention(app);
  watchAbsence(app);
  keepAwake(app);
  watchSignals(app);
  keepShell();
}

/**
 * Notices an interruption of any kind, a reload too, and keeps the step that was left: who comes back
 * is told what happened meanwhile.
 * @param {App} app
 */
function watchAbsence(app) {
  const key = metKey(app);
  const met = app.shelf?.getItem(key);
  if (met) app.back.value = { from: met };
  let left = /** @type {{at: number, from: string} | null} */ (null);

  const isHere = () =>
    document.visibilityState === "visible" && /^(open|polling)$/.test(app.wire.link.value);
  const look = () => {
    if (!isHere()) left ??= { at: Date.now(), from: stepKey(app) };
    else if (left) {
      if (Date.now() - left.at >= AWAY_MS) app.back.value = { from: left.from };
      left = null;
    }
  };
  left = isHere() ? null : { at: Date.now(), from: met ?? "" };
  document.addEventListener("visibilitychange", look);
  effect(look);
  effect(() => {
    // In the lobby nothing is missed.
    const { key: round = "r0" } = app.store.slice("round").value ?? {};
    if (app.store.ready.value && round === "r0") app.back.value = null;
  });
  effect(() => {
    if (!app.store.slice("me").value?.name) return;
    try {
      app.shelf?.setItem(key, stepKey(app));
    } catch {
      // Without storage a reload is met without a word.
    }
  });
}

/** Static files and an empty page, for when there is no network. Offered on https and localhost only. */
function keepShell() {
  const worker = `/worker.js?language=${language()}`;
  navigator.serviceWorker?.register(worker, { scope: "/g/" }).catch(() => {});
}
