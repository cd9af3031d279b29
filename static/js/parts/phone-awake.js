// @ts-check
/** Keeps the screen lit once a person asked for it, where the browser offers that. */
import { signal } from "../lib/vendor.js";

const isOn = signal(false);
let lock = /** @type {WakeLockSentinel | null} */ (null);

async function take() {
  if (!isOn.value || document.visibilityState !== "visible") return;
  try {
    lock = await navigator.wakeLock.request("screen");
  } catch {
    // Low battery or a hidden page: the phone decides, and nothing else depends on it.
  }
}

/** Whether it is offered here, whether it is on, and how to change it. */
export const awake = {
  get isOffered() {
    return "wakeLock" in navigator;
  },
  get isOn() {
    return isOn.value;
  },
  toggle() {
    isOn.value = !isOn.value;
    // The browser lets go of the lock when the page is hidden; it is taken again on return.
    document.removeEventListener("visibilitychange", take);
    if (!isOn.value) return void lock?.release();
    document.addEventListener("visibilitychange", take);
    take();
  },
};
