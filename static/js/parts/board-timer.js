// @ts-check
/** The remaining time as figures, by the server's clock; in a pause it stands still. */
import { t } from "../lib/i18n.js";
import { leftWords, secondsLeft } from "../lib/time.js";
import { html, useEffect, useState } from "../lib/vendor.js";

/** Seconds left of the step, counted down on this screen. @param {import("./map-model.js").Room} room */
export function useSeconds({ store, clock }) {
  const ends = store.slice("round").value?.ends ?? null;
  const [left, setLeft] = useState(secondsLeft(ends, clock.now()));
  useEffect(() => {
    const count = () => setLeft(secondsLeft(ends, clock.now()));
    count();
    if (!ends) return undefined;
    const beat = setInterval(count, 250);
    return () => clearInterval(beat);
  }, [ends]);
  return left;
}

/**
 * What is left of the step when a pause is over; empty where no clock runs.
 * @param {import("./map-model.js").Room} room
 */
export function restWords({ store }) {
  const { paused_at: at } = store.slice("game").value ?? {};
  const left = at ? secondsLeft(store.slice("round").value?.ends, Date.parse(at)) : null;
  return left === null ? "" : t("{time} tilbage", { time: figures(left) });
}

/** @param {number} seconds */
const figures = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** @param {{room: import("./map-model.js").Room}} props */
export function Timer({ room }) {
  const left = useSeconds(room);
  const state = room.store.slice("game").value?.state;
  if (state === "closed") return null;
  if (state === "paused") return html`<span class="timer is-paused">${t("Pause")}</span>`;
  if (left === null) return null;
  return html`<span class=${left <= 30 ? "timer is-short" : "timer"} role="timer">
    <span aria-hidden="true">${figures(left)}</span><span class="visually-hidden">${leftWords(left)}</span>
  </span>`;
}
