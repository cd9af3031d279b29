// @ts-check
/**
 * What is always there on a phone: who and how it stands, where we are, heading, foot, refusals.
 */
import { html, useState } from "../lib/vendor.js";
import { clockWords, leftWords, secondsLeft } from "../lib/time.js";
import { t } from "../lib/i18n.js";

/** @typedef {import("./phone-app.js").App} App */

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
 * Where the room is: the rounds as a row of pegs, the time left and who is ready.
 * @param {{app: App}} props
 */
export function Progress({ app }) {
  const rounds = app.store.slice("rounds").value ?? [];
  const round = app.store.slice("round").value;
  const state = app.store.slice("game").value?.state;
  if (!round || rounds.length === 0 || state === "closed") return null;
  const at = rounds.findIndex((/** @type {{state: string}} */ one) => one.state === "now");
  const seconds = secondsLeft(round.ends, app.tick.value);
  const left = state === "paused" ? t("Pause") : leftWords(seconds);
  const place = t("Runde {n} af {of}", { n: at + 1, of: rounds.length });
  return html`
    <div class="progress">
      <div class="pegs" aria-hidden="true">
        ${rounds.map((/** @type {{id: string, state: string}} */ one) => html`<span key=${one.id}
          class="peg is-${one.state}"></span>`)}
      </div>
      <p class="where">
        <span><span class="visually-hidden">${place}: </span>${rounds[at]?.title ?? ""}</span>
        ${left && html`<strong
          class=${seconds !== null && seconds <= 60 ? "left is-short" : "left"}>${left}</strong>`}
      </p>
    </div>
  `;
}

/**
 * One task: a heading that says what, a body, and a foot with what can be done.
 * @param {{title: any, sub?: any, kicker?: any, foot?: any, children?: any, look?: string}} props
 */
export function Stage({ title, sub, kicker, foot, children, look = "" }) {
  return html`
    <section class="stage ${look}">
      ${kicker && html`<p class="kicker">${kicker}</p>`}
      <h1 tabindex="-1">${title}</h1>
      ${sub && html`<p class="sub">${sub}</p>`}
      <div class="body">${children}</div>
    </section>
    ${foot && html`<footer class="foot">${foot}</footer>`}
  `;
}

/** Why something was not taken, until it is read. @param {{app: App}} props */
export function Refusal({ app: { wire } }) {
  const [read, setRead] = useState(/** @type {any} */ (null));
  const refusal = wire.refusal.value;
  if (wire.ending.value && wire.link.value !== "ended") return html`<${Ending} wire=${wire} />`;
  if (!refusal || read === refusal) return null;
  return html`
    <div class="refusal">
      <p>${refusal.text || t("Det kunne ikke lade sig gøre.")}</p>
      <button class="button is-small" onClick=${() => setRead(refusal)}>${t("Forstået")}</button>
    </div>
  `;
}

/**
 * A close the wire gets over by itself is told too.
 * @param {{wire: import("../lib/wire.js").Wire}} props
 */
function Ending({ wire }) {
  return html`
    <div class="refusal">
      <p>${wire.ending.value?.text || t("Forbindelsen er væk. Vi prøver selv igen, og det, du har lagt, er gemt.")}</p>
      <button class="button is-small" onClick=${() => wire.retry()}>${t("Prøv nu")}</button>
    </div>
  `;
}
