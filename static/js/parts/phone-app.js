// @ts-check
/** The whole phone: what is always there, and the one screen that belongs to this moment. */
import { html, useEffect, useRef, useState } from "../lib/vendor.js";
import { leftWords, secondsLeft } from "../lib/time.js";
import { t } from "../lib/i18n.js";
import { Progress, Refusal, Stage, TopBar } from "./phone-frame.js";
import Lobby from "./phone-lobby.js";

/**
 * @typedef {object} App what every part of the phone gets
 * @property {string} code
 * @property {import("../lib/store.js").Store} store
 * @property {import("../lib/wire.js").Wire} wire
 * @property {{now(): number}} clock
 * @property {import("../lib/outbox.js").Shelf | null} shelf
 * @property {import("../lib/drafts.js").Drafts} drafts made when the first round needs them
 * @property {{value: number}} tick the server's time, each second
 * @property {{value: string}} said what the live region tells
 * @property {{value: import("./phone-tasks.js").Answered[]}} answered what this phone has answered
 */

/**
 * The first load holds the lobby; later rounds come when they are near.
 * @type {Record<string, () => Promise<{default: any}>>}
 */
const SCREENS = {
  lobby: () => Promise.resolve({ default: Lobby }),
  play: () => import("./phone-play.js"),
  closed: () => import("./phone-closed.js"),
  ended: () => import("./phone-ended.js"),
};

/** Which screen this moment asks for. @param {App} app */
function screenName({ store, wire }) {
  if (wire.link.value === "ended") return "ended";
  const state = store.slice("game").value?.state;
  if (!store.ready.value || !state) return "";
  if (state === "closed") return "closed";
  const round = store.slice("round").value;
  return round && round.key !== "r0" ? "play" : "lobby";
}

/** @param {{app: App}} props */
export function Phone({ app }) {
  const name = screenName(app);
  useAnnouncements(app);
  useFocusOnStep(app, name);
  useEffect(fetchTheRest, []);
  return html`
    <${TopBar} app=${app} />
    <${Progress} app=${app} />
    <${Refusal} app=${app} />
    <${Screen} key=${name} name=${name} app=${app} />
    <p class="visually-hidden" aria-live="polite">${app.said.value}</p>
  `;
}

/** A screen that is fetched when it is first needed. @param {{name: string, app: App}} props */
function Screen({ name, app }) {
  const [part, setPart] = useState(/** @type {any} */ (null));
  const [isLost, setLost] = useState(false);
  const load = () => {
    setLost(false);
    SCREENS[name]?.().then(
      (module) => setPart(() => module.default),
      () => setLost(true),
    );
  };
  useEffect(load, [name]);
  if (part) return html`<${part} app=${app} />`;
  if (!isLost) return html`<${Stage} title=${t("Et øjeblik …")} sub=${t("Vi henter spillet.")} />`;
  const foot = html`<button class="button is-main" onClick=${load}>${t("Prøv igen")}</button>`;
  return html`<${Stage} title=${t("Siden kunne ikke hentes")}
    sub=${t("Nettet svarer ikke lige nu. Det, du har lagt, er gemt.")} foot=${foot} />`;
}

/** Fetched while nobody waits, so that a dead spot in the building loses no round. */
function fetchTheRest() {
  const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 2000));
  idle(() => Object.values(SCREENS).forEach((load) => load().catch(() => {})));
}

/** Tells a screen reader what changed: refusals and the minutes left. @param {App} app */
function useAnnouncements({ store, wire, tick, said }) {
  const refused = wire.refusal.value?.text;
  const left = leftWords(secondsLeft(store.slice("round").value?.ends, tick.value));
  useEffect(() => void (refused && (said.value = refused)), [refused]);
  useEffect(() => void (left && (said.value = left)), [left]);
}

/**
 * Moves the focus to the heading when the step changes, and rescues it when the element that had
 * it went away; otherwise the focus stays where the person put it.
 * @param {App} app @param {string} name
 */
function useFocusOnStep({ store }, name) {
  const { id, step, stage, wave } = store.slice("round").value ?? {};
  const key = [name, id, step, stage, wave].join();
  const last = useRef("");
  useEffect(() => {
    if (!name) return;
    if (last.current && last.current !== key) {
      scrollTo(0, 0);
      heading()?.focus({ preventScroll: true });
    }
    last.current = key;
  }, [key]);
  useEffect(() => {
    const rescue = () => {
      if (document.activeElement === document.body && hadFocus) heading()?.focus();
    };
    let hadFocus = false;
    const note = () => (hadFocus = document.activeElement !== document.body);
    const watch = new MutationObserver(rescue);
    const root = document.getElementById("app");
    root?.addEventListener("focusin", note);
    if (root) watch.observe(root, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      root?.removeEventListener("focusin", note);
    };
  }, []);
}

const heading = () => /** @type {HTMLElement | null} */ (document.querySelector("#app h1"));
