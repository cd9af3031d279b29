// @ts-check
/** What the engine suggests: one tap says yes, and a merge may be said no to. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { ActionButton } from "./console-form.js";

/** @typedef {{do: string, d: Record<string, unknown>, text: string, why?: string}} Suggestion */

/**
 * A suggestion as an action: one tap, or the words that only a person can give.
 * @param {Suggestion} one @returns {import("./console-form.js").Action}
 */
const actionOf = (one) =>
  one.d.text === ""
    ? { do: one.do, text: t("Skriv det"), d: one.d, fields: [{ name: "text", label: one.text, max: 80 }] }
    : { do: one.do, text: t("Gør det"), d: one.d };

/** Why there is nothing to say yes to: what is alike is looked for among the cards of R2, once they are turned.
 * @param {{n: number, step: string, wave?: number | null} | null | undefined} round */
export function noneWords(round) {
  const isTurned = round && ((round.wave ?? 0) > 1 || !["briefing", "open"].includes(round.step));
  if (!round || round.n < 2 || (round.n === 2 && !isTurned)) return t("Ingen forslag lige nu. De kommer, når kortene er vendt.");
  if (round.n === 2) return t("Ingen kort ligner hinanden. Du kan selv slå to sammen under »Liste«.");
  return t("Ingen forslag lige nu.");
}

/** @param {{room: import("./map-model.js").Room}} props */
export function Suggestions({ room }) {
  const all = /** @type {Suggestion[]} */ (room.store.slice("suggestions").value ?? []);
  if (!all.length) return html`<p class="empty">${noneWords(room.store.slice("round").value)}</p>`;
  return html`<ul class="suggestions">
    ${all.map((one) => html`<li key=${`${one.do}${JSON.stringify(one.d)}`} class="suggestion">
      <p><b>${one.text}</b>${one.why && html`<span>${one.why}</span>`}</p>
      <div class="suggestion-answers">
        <${ActionButton} room=${room} action=${actionOf(one)} />
        ${one.do === "merge" && html`<${ActionButton} room=${room} action=${{ do: "dismiss_merge", text: t("Nej, de er forskellige"), d: one.d }} />`}
      </div>
    </li>`)}
  </ul>`;
}
