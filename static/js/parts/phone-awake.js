// @ts-check
/** Keeps the screen lit from the first touch until the game is over, where the browser offers that. */
import { effect } from "../lib/vendor.js";
import { openPrefs } from "../lib/prefs.js";

/** Whether this browser offers it: on a LAN without https none does. */
export const mayStayAwake = () => "wakeLock" in navigator;

/** @param {import("./phone-app.js").App} app */
export function keepAwake(app) {
  if (!mayStayAwake()) return;
  const { chosen } = openPrefs(app);
  let lock = /** @type {WakeLockSentinel | null} */ (null);
  let isTouched = false;
  const isWanted = () =>
    chosen.value.awake && app.store.slice("game").value?.state !== "closed" && isTouched;

  const take = async () => {
    if (!isWanted() || document.visibilityState !== "visible") return;
    if (lock && !lock.released) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (!isWanted()) lock.release();
    } catch {
      // Low battery or a hidden page: the phone decides, and nothing else depends on it.
    }
  };
  const follow = () => {
    if (isWanted()) take();
    else if (lock && !lock.released) lock.release();
  };

  const touched = () => {
    isTouched = true;
    follow();
  };
  addEventListener("pointerdown", touched, { once: true });
  addEventListener("keydown", touched, { once: true });
  // The browser lets go of the lock when the page is hidden; it is taken again on return.
  document.addEventListener("visibilitychange", take);
  effect(follow);
}
