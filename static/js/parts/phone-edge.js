// @ts-check
/** Does the one lead to the other? Yes and no stand equally large. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";

/** @param {import("./phone-task.js").FormProps} props */
export function EdgeAsk({ app, ask, send, isBusy, kicker }) {
  const [from, to] = String(ask.d.edge).split(">");
  const kind = app.store.slice(`edge/${ask.d.edge}`).value?.kind;
  const foot = html`
    <div class="pair">
      <button class="button is-main is-yes" disabled=${isBusy}
        onClick=${() => send({ yes: true })}>${t("Ja")}</button>
      <button class="button is-main is-no" disabled=${isBusy}
        onClick=${() => send({ yes: false })}>${t("Nej")}</button>
    </div>`;
  return html`
    <${Stage} title=${kind === "mitigates" ? t("Afbøder det ene det andet?") : t("Fører det ene til det andet?")} kicker=${kicker} foot=${foot}>
      <div class="link-pair">
        <${NodeCard} app=${app} node=${from} look="is-tall" />
        <p class="link-arrow"><span
          class="visually-hidden">${kind === "mitigates" ? t("afbøder") : t("fører til")}</span></p>
        <${NodeCard} app=${app} node=${to} look="is-tall" />
      </div>
    </${Stage}>
  `;
}
