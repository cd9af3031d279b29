// @ts-check
/** The whole phone: what is always there, and the one screen that belongs to this moment. */
import { html, useEffect, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { leftWords, secondsLeft } from "../lib/time.js";
import { Refusal, Stage, TopBar } from "./phone-frame.js";
import Lobby from "./phone-lobby.js";

/**
 * @typedef {object} App what every part of the phone gets
 * @property {string} code
 * @property {import("../lib/store.js").Store} store
 * @property {import("../lib/wire.js").Wire} wire
 * @property {{now(): number}} clock
 * @property {import("../lib/outbox.js").Shelf | null} shelf
 * @property {import("../lib/drafts.js").Drafts} drafts made when the first round needs them
 * @property {import("../lib/prefs.js").Prefs} [prefs] made when the game is on the screen
 * @property {{value: number}} tick the server's time, each second
 * @property {boolean} [isComplete] the rest of the phone is on its way
 * @property {{value: string}} said what the live region tells
 * @property {{value: import("./phone-tasks.js").Answered[]}} answered what this phone has answered
 * @property {{value: {from: string} | null}} back set when the person was away, with the step they left
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

/** So long the first screen has the line for itself. */
const LATER_MS = 2_500;

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
  useEffect(() => void (app.store.ready.value && fetchTheRest(app)), [app.store.ready.value]);
  return html`
    <${TopBar} app=${app} />
    <${Progress} app=${app} />
    <${Refusal} app=${app} />
    <${Screen} key=${name} name=${name} app=${app} />
    <p class="visually-hidden" aria-live="polite">${app.said.value}</p>
  `;
}

/**
 * Where the room is: the rounds as a row of pegs, the time left and who is ready.
 * @param {{app: App}} props
 */
function Progress({ app }) {
  const rounds = app.store.slice("rounds").value ?? [];
  const round = app.store.slice("round").value;
  const state = app.store.slice("game").value?.state;
  if (!round || !rounds[0] || state === "closed" || app.wire.link.value === "ended") return null;
  const at = rounds.findIndex((/** @type {{state: string}} */ one) => one.state === "now");
  const seconds = secondsLeft(round.ends, app.tick.value);
  const more = app.store.slice("me").value?.more_time && seconds === 0;
  const left = state === "paused" ? t("Pause") : more ? t("Dit ekstra minut") : leftWords(seconds);
  const place = t("Runde {n} af {of}", { n: round.n, of: rounds.at(-1).n });
  return html`
    <div class="progress">
      <div class="pegs" aria-hidden="true">
        ${rounds.map((/** @type {{id: string, state: string}} */ one) => html`<span key=${one.id}
          class="peg is-${one.state}"></span>`)}
      </div>
      <p class="where">
        <span><span class="visually-hidden">${place}: </span>${rounds[at]?.title ?? ""}</span>
        ${left && html`<strong class=${seconds !== null && seconds <= 60 ? "left is-short" : "left"}>
          ${Boolean(seconds) && app.prefs?.chosen.value.ring && html`<${Ring} seconds=${seconds} />`}${left}</strong>`}
      </p>
    </div>
  `;
}

/**
 * The minute that runs, as a ring for who asked for one: it empties once a minute.
 * @param {{seconds: number}} props
 */
function Ring({ seconds }) {
  const share = ((seconds - 1) % 60) + 1;
  return html`<i class="time-ring" aria-hidden="true" style=${{ "--left": `${share * 6}deg` }}></i>`;
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
  if (!name && app.wire.link.value === "offline") return html`<${NoNetwork} app=${app} />`;
  if (!isLost) return html`<${Stage} title=${t("Et øjeblik …")} sub=${t("Vi henter spillet.")} />`;
  const foot = html`<button class="button is-main" onClick=${load}>${t("Prøv igen")}</button>`;
  return html`<${Stage} title=${t("Siden kunne ikke hentes")}
    sub=${t("Nettet svarer ikke lige nu. Det, du har lagt, er gemt.")} foot=${foot} />`;
}

/**
 * The phone was opened where there is no network: nothing of the game is kept in the browser.
 * @param {{app: App}} props
 */
function NoNetwork({ app: { wire } }) {
  const foot = html`<button class="button is-main"
    onClick=${wire.retry}>${t("Prøv nu")}</button>`;
  const kept = wire.unanswered.value.length > 0;
  return html`<${Stage} title=${t("Der er ikke noget net")} foot=${foot} look="is-still"
    sub=${
      kept
        ? t("Det, du lagde, ligger på telefonen og sendes, så snart nettet er her.")
        : t("Siden prøver selv igen og går videre, hvor spillet er. Er du på et Wi-Fi, du skal logge på?")
    } />`;
}

/**
 * Fetched while nobody waits, so that a dead spot in the building loses no round.
 * @param {App} app
 */
function fetchTheRest(app) {
  if (app.isComplete) return;
  app.isComplete = true;
  const start = (/** @type {any} */ device) => device.startDevice(app);
  const again = () => import("./phone-device.js").then(start, () => setTimeout(again, LATER_MS));
  again();
  setTimeout(() => {
    import("./phone-menu.js").catch(() => {});
    Object.values(SCREENS).forEach((load) => load().catch(() => {}));
  }, LATER_MS);
}
