// @ts-check
/**
 * A bid on how large a benefit is: a large number pad, the unit, and ved ikke as easy as a number.
 */
import { html, useId } from "../lib/vendor.js";
import { decimalSign, numberWords, parseNumber } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { amountWords, besideWords, unitWords } from "./map-amounts.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";

const BACK = "back";

/** @param {import("./phone-task.js").FormProps} props */
export function EstimateAsk({ app, ask, draft, set, send, isBusy, kicker }) {
  const id = useId();
  const typed = draft.typed ?? "";
  const value = parseNumber(typed);
  const measure = app.store.slice(`measure/${ask.d.node}`).value;
  const unit = measure?.unit ?? ask.d.unit ?? "";
  /** @param {string} key */
  const press = (key) => {
    if (key === BACK) set({ typed: typed.slice(0, -1) });
    else if (typed.length < 18) set({ typed: typed + key });
  };
  const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", decimalSign(), "0", BACK];
  const foot = html`
    <div class="pair">
      <button class="button" disabled=${isBusy}
        onClick=${() => send({ value: null })}>${t("Ved ikke")}</button>
      <button class="button is-main" disabled=${value === null || isBusy}
        onClick=${() => send({ value })}>
        ${isBusy ? t("Sender …") : t("Giv mit skøn")}</button>
    </div>`;
  return html`
    <${Stage} title=${t("Hvor stor bliver ændringen?")} kicker=${kicker} foot=${foot} look="is-pad">
      <${NodeCard} app=${app} node=${ask.d.node} foot=${measure && measureWords(measure)} />
      <${Before} app=${app} node=${ask.d.node} unit=${unit} />
      <div class="bid">
        <label class="visually-hidden" for=${id}>${t("Dit skøn ({unit})", { unit })}</label>
        <input class="bid-figure" id=${id} inputmode="none" autocomplete="off" placeholder="0"
          value=${typed}
          onInput=${(/** @type {any} */ event) => set({ typed: event.target.value })} />
        <span class="bid-unit">${unitWords(unit)}</span>
      </div>
      <div class="pad" role="group" aria-label=${t("Taltastatur")}>
        ${keys.map(
          (key) => html`<button type="button" class="key" key=${key} onClick=${() => press(key)}>
          ${key === BACK ? html`<span aria-hidden="true">⌫</span><span
            class="visually-hidden">${t("Slet")}</span>` : key}</button>`,
        )}
      </div>
    </${Stage}>
  `;
}

/** From what to what, as its measure says. @param {any} measure */
function measureWords({ indicator, baseline, target, unit }) {
  if (!baseline || !target) return indicator;
  return t("{indicator}: fra {from} til {to}", {
    indicator,
    from: besideWords(baseline, target, unit),
    to: amountWords(target, unit),
  });
}

/**
 * What the room bid the first time, when it is asked again.
 * @param {{app: import("./phone-app.js").App, node: string, unit: string}} props
 */
function Before({ app, node, unit }) {
  const estimate = app.store.slice(`estimate/${node}`).value;
  if (!estimate?.median) return null;
  const { q1, q3, median } = estimate;
  return html`<p class="before">${t(
    "Sidst lå halvdelen mellem {low} og {high} {unit}, og midt i lå {middle}.",
    { low: numberWords(q1), high: numberWords(q3), unit: unitWords(unit), middle: numberWords(median) },
  )}</p>`;
}
