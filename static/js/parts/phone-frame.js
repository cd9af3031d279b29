// @ts-check
/**
 * What is always there on a phone: who and how it stands, where we are, heading, foot, refusals.
 */
import { html, useEffect, useState } from "../lib/vendor.js";
import { clockWords } from "../lib/time.js";
import { t } from "../lib/i18n.js";

/** @typedef {import("./phone-app.js").App} App */

/** A line that is gone for less than this is told by the state line alone. */
const OFFLINE_MS = 4_000;

/**
 * How this phone stands, in one word and one colour.
 * @param {App} app
 * @returns {[string, string]}
 */
function standing({ wire }) {
  const { link, unanswered, refusal, savedAt } = wire;
  const waits = unanswered.value.length > 0;
  if (link.value === "ended") return ["is-away", t("Ikke forbundet")];
  if (link.value === "offline" && waits) return ["is-away", t("Offline – sender senere")];
  if (link.value === "offline") return ["is-away", t("Offline – prøver igen")];
  if (link.value === "connecting") return ["is-busy", t("Forbinder …")];
  if (waits) return ["is-busy", t("Sender …")];
  if (/\.(closed|step|late)$/.test(refusal.value?.code ?? ""))
    return ["is-late", t("Kom for sent")];
  if (refusal.value) return ["is-late", t("Ikke gemt")];
  if (savedAt.value) return ["is-good", t("Gemt {time}", { time: clockWords(savedAt.value) })];
  return ["is-good", t("Forbundet")];
}

/** @param {{app: App}} props */
export function TopBar({ app }) {
  const [menu, setMenu] = useState(/** @type {any} */ (null));
  const [look, words] = standing(app);
  const { name, role_title: role } = app.store.slice("me").value ?? {};
  const open = async () => {
    const { Menu } = await import("./phone-menu.js");
    setMenu(() => Menu);
  };
  return html`
    <header class="top">
      <p class="standing ${look}"><span class="dot" aria-hidden="true"></span>${words}</p>
      <button class="who" aria-haspopup="dialog" onClick=${open}>
        <span class="who-name">${name ?? t("Menu")}${role && html`<span
          class="quiet"> · ${role}</span>`}</span>
        <span class="who-bars" aria-hidden="true"></span>
        <span class="visually-hidden">${t("Åbn menuen")}</span>
      </button>
    </header>
    ${menu && html`<${menu} app=${app} onClose=${() => setMenu(null)} />`}
  `;
}

/**
 * What stands above a question: how many there are, and the ways past this one.
 * @typedef {{words: any, later?: {words: string, go: () => void} | null,
 *   leave?: {words: string, go: () => void} | null, notNow?: (() => void) | null}} Kicker
 */

/**
 * One task: a heading that says what, a body, and a foot with what can be done.
 * @param {{title: any, sub?: any, kicker?: any, foot?: any, children?: any, look?: string}} props
 */
export function Stage({ title, sub, kicker, foot, children, look = "" }) {
  useEffect(() => scrollTo(0, 0), []); // what is new is read from its beginning
  const { words, later, leave } = typeof kicker === "object" && kicker ? kicker : { words: kicker };
  return html`
    <section class="stage ${look}">
      ${(words || later) && html`<p class="kicker"><span>${words}</span>
        ${later && html`<button class="link" onClick=${later.go}>${later.words}</button>`}</p>`}
      <h1 tabindex="-1">${title}</h1>
      ${sub && html`<p class="sub">${sub}</p>`}
      <div class="body">${children}</div>
    </section>
    ${(foot || leave) && html`<footer class="foot">${foot}
      ${leave && html`<button class="button" onClick=${leave.go}>${leave.words}</button>`}</footer>`}
  `;
}

/** Why something was not taken, until it is read. @param {{app: App}} props */
export function Refusal({ app: { wire } }) {
  const [read, setRead] = useState(/** @type {any} */ (null));
  const [isLong, setLong] = useState(false);
  const refusal = wire.refusal.value;
  const isOffline = wire.link.value === "offline";
  useEffect(() => {
    const timer = isOffline && setTimeout(() => setLong(true), OFFLINE_MS);
    return () => {
      clearTimeout(timer || 0);
      setLong(false);
    };
  }, [isOffline]);
  if (isLong || (wire.ending.value && wire.link.value !== "ended"))
    return html`<${Away} wire=${wire} />`;
  if (!refusal || read === refusal) return null;
  return html`
    <div class="refusal">
      <p>${lateWords(refusal) || refusal.text || t("Det kunne ikke lade sig gøre.")}</p>
      <button class="button is-small" onClick=${() => setRead(refusal)}>${t("Forstået")}</button>
    </div>
  `;
}

/** A phone offers what the step takes: what the step refuses was on its way too long. @param {{code?: string}} refusal */
const lateWords = ({ code }) =>
  code === "round.step" && t("Det nåede ikke med, før rummet gik videre. Se på tavlen, hvad I er i gang med.");

/**
 * No line for a while, or a close that the wire gets over by itself: what it means, and one button.
 * @param {{wire: import("../lib/wire.js").Wire}} props
 */
function Away({ wire }) {
  const waits = wire.unanswered.value.length > 0;
  const words = waits
    ? t("Nettet er væk. Det, du lagde, ligger på telefonen og sendes af sig selv.")
    : t("Nettet er væk. Du kan roligt gå videre: Det, du lægger, sendes af sig selv.");
  return html`
    <div class="refusal is-offline">
      <p>${wire.ending.value?.text || words}</p>
      <button class="button is-small" onClick=${() => wire.retry()}>${t("Prøv nu")}</button>
    </div>
  `;
}
