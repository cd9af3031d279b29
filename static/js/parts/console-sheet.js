// @ts-check
/** The run sheet: the rounds with their minutes, and the moves that turn back or end the game. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{id: string, n: number, title: string, minutes: number, used_s?: number, state: "ahead"|"now"|"done"}} Round */

/** @param {{room: Room}} props */
export function RunSheet({ room }) {
  const { store, page } = room;
  const rounds = /** @type {Round[]} */ (store.slice("rounds").value ?? []);
  const isOpen = store.slice("game").value?.state !== "closed";
  const isLast = store.slice("next").value?.do === "close"; // the large button ends it
  const before = rounds[rounds.findIndex((one) => one.state === "now") - 1];
  const total = rounds.reduce((sum, one) => sum + one.minutes, 0);
  return html`<nav class="sheet" aria-label=${t("Køreplan")}>
    <h2>${t("Køreplan")} <span>${t("{n} min.", { n: total })}</span></h2>
    <ol>
      ${rounds.map((one) => html`<li key=${one.id} class=${`sheet-round is-${one.state}`} aria-current=${one.state === "now" ? "step" : undefined}>
        <span class="sheet-n">${one.state === "done" ? "✓" : one.n}</span>
        <span class="sheet-title">${one.title}<span class="visually-hidden">, ${stateWords(one.state)}</span></span>
        <span class="sheet-minutes">${one.used_s ? t("{used}/{n} min.", { used: Math.round(one.used_s / 60), n: one.minutes }) : t("{n} min.", { n: one.minutes })}</span>
      </li>`)}
    </ol>
    <div class="sheet-moves">
      ${before && isOpen && html`<${ActionButton} key=${before.id} room=${room} action=${{ do: "previous_round", text: t("Spil »{round}« igen", { round: before.title }), sure: t("Runden spilles igen fra begyndelsen. Alt på kortet bliver stående."), yes: t("Ja, spil den igen") }} />`}
      ${isOpen && !isLast && html`<${ActionButton} room=${room} action=${{ do: "close", text: t("Afslut spillet"), tone: "danger", isFree: true, sure: t("Kortet gemmes, som det er, og rummet lukkes. Ejerne kan stadig udfylde deres åbne felter.") }} />`}
      ${page.project_url && html`<a class="button" href=${page.project_url}>${t("Projektets side")}</a>`}
    </div>
  </nav>`;
}

/** @param {string} state */
function stateWords(state) {
  if (state === "done") return t("spillet");
  return state === "now" ? t("i gang") : t("kommer");
}
