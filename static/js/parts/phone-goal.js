// @ts-check
/** R1: a fist of 0 to 5 for a goal, and better words for it. */
import { html, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { maxOf } from "./phone-args.js";
import { NodeCard } from "./phone-card.js";
import { Scale, Words } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";

const MAX = maxOf("confirm_goal");

/** @param {import("./phone-task.js").FormProps} props */
export function GoalAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const [isWriting, setWriting] = useState(Boolean(draft.text));
  const isReady = draft.fist !== undefined && (draft.text ?? "").length <= MAX;
  const text = (draft.text ?? "").trim();
  const foot = html`
    <button class="button is-main" disabled=${!isReady || isBusy}
      onClick=${() => send({ fist: draft.fist, ...(text && { text }) })}>
      ${isBusy ? t("Sender …") : t("Send svar")}</button>`;
  return html`
    <${Stage} title=${t("Er det her, vi vil hen?")} kicker=${kicker} foot=${foot}>
      <${NodeCard} app=${app} node=${ask.d.goal} look="is-tall" />
      <${Scale} label=${t("Hvor mange fingre?")} low=${t("Nej, slet ikke")} high=${t("Ja, helt")}
        value=${draft.fist}
        onChange=${(/** @type {number} */ fist) => set({ fist })} />
      ${
        isWriting
          ? html`<${Words} label=${t("Skriv det bedre")} value=${draft.text} max=${MAX}
            onChange=${(/** @type {string} */ words) => set({ text: words })} />`
          : html`<button class="button"
            onClick=${() => setWriting(true)}>${t("Skriv det bedre")}</button>`
      }
    </${Stage}>
  `;
}
