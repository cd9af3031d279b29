// @ts-check
/** Judging what another has answered: two equal buttons, nothing to fill in. */
import { html } from "../lib/vendor.js";
import { amountWords, besideWords, unitWords } from "./map-amounts.js";
import { t } from "../lib/i18n.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";

/** @param {import("./phone-task.js").FormProps} props */
export function JudgeAsk({ app, ask, send, isBusy, kicker }) {
  const isMeasure = ask.do === "judge_measure";
  const challenge = app.store.slice(`challenge/${ask.d.challenge}`).value;
  const node = ask.d.node ?? challenge?.node;
  /** @param {boolean} is */
  const say = (is) => () => send(isMeasure ? { countable: is } : { enough: is });
  const foot = html`
    <div class="pair">
      <button class="button is-main is-yes" disabled=${isBusy}
        onClick=${say(true)}>${isMeasure ? t("Kan tælles") : t("Godt nok")}</button>
      <button class="button is-main is-no" disabled=${isBusy}
        onClick=${say(false)}>${isMeasure ? t("Kan ikke tælles") : t("Ikke nok")}</button>
    </div>`;
  return html`
    <${Stage} title=${isMeasure ? t("Kan det her tælles?") : t("Er svaret godt nok?")}
      kicker=${kicker} foot=${foot}>
      <${NodeCard} app=${app} node=${node} />
      ${isMeasure ? html`<${Counted} app=${app}
        node=${node} />` : html`<${Said} challenge=${challenge} text=${ask.text} />`}
    </${Stage}>
  `;
}

/** What is to be counted. @param {{app: import("./phone-app.js").App, node: string}} props */
function Counted({ app, node }) {
  const { indicator, unit = "", baseline, target } = app.store.slice(`measure/${node}`).value ?? {};
  return html`
    <dl class="facts is-judged">
      <dt>${t("Det tæller vi")}</dt><dd>${indicator}, ${unitWords(unit)}</dd>
      ${target && html`<dt>${t("Fra og til")}</dt><dd>${besideWords(baseline, target, unit) || "?"} → ${amountWords(target, unit)}</dd>`}
    </dl>
  `;
}

/** The challenge and what was answered. @param {{challenge: any, text: string}} props */
function Said({ challenge, text }) {
  if (!challenge?.answer) return html`<p>${text}</p>`;
  return html`
    <dl class="facts is-judged">
      <dt>${challenge.text}</dt><dd>${challenge.answer}</dd>
    </dl>
  `;
}
