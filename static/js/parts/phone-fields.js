// @ts-check
/** The ways to answer: a scale, a choice, yes or no, a date, a number, words. */
import { html, useId } from "../lib/vendor.js";
import { characters, numberWords, parseNumber } from "../lib/format.js";
import { t, tn } from "../lib/i18n.js";
import { dateWords, firstOfMonth, today } from "../lib/time.js";

/** @typedef {{value: any, text: string, hint?: string}} Option */

/**
 * Six steps from 0 to 5, and "ved ikke" just as easy where it is allowed.
 * @param {{label: string, low: string, high: string, value: number | null | undefined,
 *   onChange: (value: number | null) => void, unknown?: boolean}} props
 */
export function Scale({ label, low, high, value, onChange, unknown = false }) {
  const id = useId();
  return html`
    <div class="scale" role="group" aria-labelledby=${id}>
      <p class="scale-head"><b id=${id}>${label}</b>
        ${
          unknown &&
          html`<button type="button" class="chip" aria-pressed=${value === null}
          onClick=${() => onChange(null)}>${t("Ved ikke")}</button>`
        }</p>
      <div class="scale-steps">
        ${[0, 1, 2, 3, 4, 5].map(
          (step) => html`
          <button type="button" class="step" aria-pressed=${value === step}
            onClick=${() => onChange(step)}>${step}</button>`,
        )}
      </div>
      <p class="scale-ends" aria-hidden="true"><span>${low}</span><span>${high}</span></p>
    </div>
  `;
}

/**
 * One of a few, each a large target; `many` lets several be chosen.
 * @param {{label: string, options: Option[], value: any, onChange: (value: any) => void, many?: boolean, quiet?: boolean}} props
 */
export function Choice({ label, options, value, onChange, many = false, quiet = false }) {
  const chosen = many ? (value ?? []) : [value];
  /** @param {any} one */
  const toggle = (one) => {
    if (!many) return onChange(one);
    onChange(
      chosen.includes(one)
        ? chosen.filter((/** @type {any} */ other) => other !== one)
        : [...chosen, one],
    );
  };
  const isTwo = options.length > 3 && options.every((one) => one.text.length <= 26);
  return html`
    <fieldset class="field">
      <legend class=${quiet ? "visually-hidden" : ""}>${label}</legend>
      <div class=${isTwo ? "choices is-two" : "choices"}>
        ${options.map(
          (one) => html`
          <button type="button" class="choice" key=${String(one.value)}
            aria-pressed=${chosen.includes(one.value)} onClick=${() => toggle(one.value)}>
            <span>${one.text}</span>${one.hint && html`<span class="quiet">${one.hint}</span>`}
          </button>`,
        )}
      </div>
    </fieldset>
  `;
}

/**
 * Words a person writes, with the room that is left.
 * @param {{label: string, value?: string, onChange: (value: string) => void, max: number, hint?: string, rows?: number}} props
 */
export function Words({ label, value = "", onChange, max, hint, rows = 3 }) {
  const id = useId();
  const left = max - characters(value);
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint && html`<p class="quiet" id="${id}-hint">${hint}</p>`}
      <textarea class="input" id=${id} rows=${rows} value=${value} aria-describedby="${id}-left"
        onInput=${(/** @type {any} */ event) => onChange(event.target.value)}></textarea>
      <p class=${left < 0 ? "room is-over" : "room"} id="${id}-left">${left < 0 ? tn("{n} tegn for meget", "{n} tegn for mange", -left) : t("{n} tegn tilbage", { n: left })}</p>
    </div>
  `;
}

/**
 * One line of words.
 * @param {{label: string, value?: string | null, onChange: (value: string) => void, hint?: string}} props
 */
export function Line({ label, value, onChange, hint }) {
  const id = useId();
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint && html`<p class="quiet" id="${id}-hint">${hint}</p>`}
      <input class="input" id=${id} value=${value ?? ""}
        aria-describedby=${hint ? `${id}-hint` : undefined}
        onInput=${(/** @type {any} */ event) => onChange(event.target.value)} />
    </div>
  `;
}

/**
 * A number as people write it; the draft keeps what was typed.
 * @param {{label: string, value?: string, onChange: (typed: string) => void, unit?: string, negative?: boolean}} props
 */
export function Figure({ label, value = "", onChange, unit, negative = false }) {
  const id = useId();
  const isWrong = value !== "" && parseNumber(value, { negative }) === null;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <div class="figure">
        <input class="input" id=${id} inputmode="decimal" autocomplete="off" value=${value}
          aria-invalid=${isWrong}
          onInput=${(/** @type {any} */ event) => onChange(event.target.value)} />
        ${unit && html`<span class="unit">${unit}</span>`}
      </div>
      ${isWrong && html`<p
        class="wrong">${t("Skriv et tal, fx {example}", { example: numberWords("1500.5") })}</p>`}
    </div>
  `;
}

/**
 * A day, by the browser's own field or by one of three near ones.
 * @param {{label: string, value?: string | null, onChange: (value: string) => void, now: number, months?: number[], past?: boolean}} props
 */
export function Day({ label, value, onChange, now, months = [3, 6, 12], past = false }) {
  const id = useId();
  const near = past ? [] : months.map((ahead) => firstOfMonth(ahead, now));
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${
        near.length > 0 &&
        html`<div class="chips is-days">
        ${near.map((day) => html`<button type="button" class="chip" aria-pressed=${value === day}
          onClick=${() => onChange(day)}>${dateWords(day, "short")}</button>`)}
      </div>`
      }
      <input class="input" type="date" id=${id} value=${value ?? ""}
        min=${past ? undefined : today(now)}
        onInput=${(/** @type {any} */ event) => onChange(event.target.value)} />
    </div>
  `;
}
