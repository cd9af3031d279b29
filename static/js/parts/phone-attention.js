// @ts-check
/** Where a person's attention is led: the one polite live region, and the focus at a change of step. */
import { effect } from "../lib/vendor.js";
import { leftWords, secondsLeft } from "../lib/time.js";
import { stepKey } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {App} app */
export function leadAttention(app) {
  tellChanges(app);
  moveFocusWithTheStep(app);
  rescueFocus();
}

/** Tells a screen reader what changed: refusals, the minutes left. @param {App} app */
function tellChanges({ store, wire, tick, said }) {
  let told = "";
  effect(() => {
    const refused = wire.refusal.value?.text;
    if (refused) said.value = refused;
  });
  effect(() => {
    const left = leftWords(secondsLeft(store.slice("round").value?.ends, tick.value));
    if (left && left !== told) said.value = left;
    told = left;
  });
}

/**
 * Moves the focus to the heading when the step changes; otherwise it stays where the person put it.
 * @param {App} app
 */
function moveFocusWithTheStep(app) {
  let last = "";
  effect(() => {
    const { state } = app.store.slice("game").value ?? {};
    if (!state) return;
    const key = [state, app.wire.link.value === "ended", stepKey(app)].join();
    if (last && last !== key) {
      // The new screen is drawn before any timer is due; until then nobody has gone on in it.
      setTimeout(() => {
        scrollTo(0, 0);
        heading()?.focus({ preventScroll: true });
      });
    }
    last = key;
  });
}

/** Brings the focus to the heading when the element that had it went away. */
function rescueFocus() {
  let hadFocus = false;
  const root = document.getElementById("app");
  if (!root) return;
  root.addEventListener("focusin", () => (hadFocus = true));
  const watch = new MutationObserver(() => {
    if (hadFocus && document.activeElement === document.body)
      heading()?.focus({ preventScroll: true });
  });
  watch.observe(root, { childList: true, subtree: true });
}

const heading = () => /** @type {HTMLElement | null} */ (document.querySelector("#app h1"));
