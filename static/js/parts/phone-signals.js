// @ts-check
/**
 * Sound and vibration, for who has switched them on: a new step, a request to own, the last minute.
 */
import { effect } from "../lib/vendor.js";
import { openPrefs } from "../lib/prefs.js";
import { secondsLeft } from "../lib/time.js";
import { stepKey } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {"step" | "ask" | "minute"} News */

/** Short figures that differ in rhythm as well as in height. @type {Record<News, number[]>} */
const TUNES = { step: [523, 784], ask: [659, 659, 880], minute: [587] };
/** @type {Record<News, number[]>} in ms: on, off, on */
const BUZZES = { step: [120, 80, 120], ask: [80, 60, 80, 60, 200], minute: [250] };
const NOTE_S = 0.16;

let sounds = /** @type {AudioContext | null} */ (null);

/** Whether this phone can shake. */
export const mayBuzz = () => "vibrate" in navigator;

/** Lets this phone hear and feel a choice at once, so that a person knows it works. @param {"sound" | "buzz"} what */
export function tryOut(what) {
  if (what === "sound") play(TUNES.step);
  else shake(BUZZES.step);
}

/** @param {App} app */
export function watchSignals(app) {
  const { chosen } = openPrefs(app);
  /** @param {News} news */
  const tell = (news) => {
    if (chosen.peek().sound) play(TUNES[news]);
    if (chosen.peek().buzz) shake(BUZZES[news]);
  };
  onNew(() => stepKey(app), () => tell("step"));
  onNew(
    () => requests(app),
    (now, before) => {
      const known = new Set(before.split(" "));
      if (now.split(" ").some((id) => id && !known.has(id))) tell("ask");
    },
  );
  onNew(
    () => lastMinute(app),
    (now) => now && tell("minute"),
  );
}

/** The questions that ask this seat to own something. @param {App} app */
const requests = ({ store }) =>
  /** @type {{ask: string, do: string}[]} */ (store.slice("asks").value ?? [])
    .filter((ask) => ask.do === "accept")
    .map((ask) => ask.ask)
    .join(" ");

/** The step whose last minute runs; nothing before it. @param {App} app */
function lastMinute(app) {
  const { ends, step } = app.store.slice("round").value ?? {};
  const left = secondsLeft(ends, app.tick.value);
  const isLast = left !== null && left > 0 && left <= 60 && /^(open|revealed)$/.test(step);
  return isLast ? String(ends) : "";
}

/**
 * Runs when a value changes; what it is when the view first comes is no news.
 * @param {() => string} read
 * @param {(now: string, before: string) => void} run
 */
function onNew(read, run) {
  let before = /** @type {string | null} */ (null);
  effect(() => {
    const now = read();
    const last = before;
    if (now === ",,," || now === last) return;
    before = now;
    if (last !== null) run(now, last);
  });
}

/** @param {number[]} tune */
function play(tune) {
  try {
    sounds ??= new AudioContext();
    sounds.resume();
    tune.forEach((height, at) => note(/** @type {AudioContext} */ (sounds), height, at * NOTE_S));
  } catch {
    // A phone without sound is still a phone.
  }
}

/** @param {AudioContext} on @param {number} height @param {number} after seconds */
function note(on, height, after) {
  const start = on.currentTime + after;
  const tone = on.createOscillator();
  const volume = on.createGain();
  tone.frequency.value = height;
  volume.gain.setValueAtTime(0.2, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
  tone.connect(volume).connect(on.destination);
  tone.start(start);
  tone.stop(start + NOTE_S);
}

/** @param {number[]} rhythm */
function shake(rhythm) {
  // Browsers refuse with a warning until the page was touched.
  if (mayBuzz() && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(rhythm);
}
