// @ts-check
/** R7: signing for what one owns, with all of it in sight. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { Stage } from "./phone-frame.js";
import { Mine } from "./phone-mine.js";

/** @param {import("./phone-task.js").FormProps} props */
export function SignAsk({ app, send, isBusy, kicker }) {
  const foot = html`<${Signature} send=${send} isBusy=${isBusy} kicker=${kicker} />`;
  return html`
    <${Stage} title=${t("Skriv under på det, du ejer")} kicker=${kicker} foot=${foot}
      sub=${t("Det her er, hvad du har lovet. Dit navn kommer til at stå på kortet.")}>
      <${Mine} app=${app} />
    </${Stage}>
  `;
}

/**
 * To sign, or not now: a signature is never the only way on, and both stand equally large.
 * @param {Pick<import("./phone-task.js").FormProps, "send" | "isBusy" | "kicker">} props
 */
export function Signature({ send, isBusy, kicker: { notNow } }) {
  return html`
    <div class="pair">
      <button class="button is-main is-good" disabled=${isBusy} onClick=${() => send({})}>
        ${isBusy ? t("Sender …") : t("Jeg skriver under")}</button>
      ${notNow && html`<button class="button is-main is-no" disabled=${isBusy}
        onClick=${notNow}>${t("Ikke nu")}</button>`}
    </div>`;
}
