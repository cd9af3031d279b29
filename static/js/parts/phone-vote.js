// @ts-check
/** Two taps for a benefit: belief and importance, or ved ikke. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { NodeCard, countWords } from "./phone-card.js";
import { Scale } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";

/** @param {import("./phone-task.js").FormProps} props */
export function VoteAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const { belief, importance } = draft;
  const isReady = belief !== undefined && importance !== undefined;
  const node = app.store.slice(`node/${ask.d.node}`).value;
  const isContested = node?.state === "contested";
  const foot = html`
    <button class="button is-main" disabled=${!isReady || isBusy}
      onClick=${() => send({ belief, importance })}>
      ${isBusy ? t("Sender …") : t("Stem")}</button>`;
  return html`
    <${Stage} title=${isContested ? t("Hvad stemmer du nu?") : t("Hvad tror du?")} kicker=${kicker}
      foot=${foot}>
      <${NodeCard} app=${app} node=${ask.d.node} look="is-low is-grow"
        foot=${node && countWords({ class: node.class })} />
      <${Scale} label=${t("Tror du på den?")} low=${t("Nej")} high=${t("Ja, fuldt og fast")}
        value=${belief} unknown
        onChange=${(/** @type {number | null} */ value) => set({ belief: value })} />
      <${Scale} label=${t("Er den vigtig?")} low=${t("Ligegyldig")} high=${t("Meget vigtig")}
        value=${importance} unknown
        onChange=${(/** @type {number | null} */ value) => set({ importance: value })} />
    </${Stage}>
  `;
}
