// @ts-check
/** The script of the step: what to say, why, and what usually goes wrong. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";

/** @typedef {string | string[] | null | undefined} Words */

/** @param {{room: import("./map-model.js").Room}} props */
export function Script({ room: { store } }) {
  const script = store.slice("script").value;
  const recap = store.slice("recap").value ?? [];
  return html`<div class="script">
    ${recap.length > 0 && html`<ul class="script-recap" aria-label=${t("Siden sidst")}>${recap.map((/** @type {string} */ line) => html`<li key=${line}>${line}</li>`)}</ul>`}
    ${script ? html`
      <div class="script-say"><h2>${t("Sig")}</h2>${lines(script.say)}</div>
      <div class="script-more">
        <${Note} title=${t("Hvorfor")} words=${script.why} />
        <${Note} title=${t("Det går tit galt")} words=${script.pitfalls} />
        <${Note} title=${t("Bagefter")} words=${script.next} />
      </div>` : html`<p>${t("Følg køreplanen. Den store knap siger, hvad der sker nu.")}</p>`}
  </div>`;
}

/** @param {{title: string, words: Words}} props */
function Note({ title, words }) {
  return words?.length ? html`<div class="script-note"><h3>${title}</h3>${lines(words)}</div>` : null;
}

/** One sentence, or several. @param {Words} words */
const lines = (words) => (Array.isArray(words) ? words : [words]).map((line) => html`<p key=${line}>${line}</p>`);
