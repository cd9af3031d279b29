// @ts-check
/** Nothing to do now: what I gave, what I may still change, and how far the room is. */
import { html } from "../lib/vendor.js";
import { numberWords } from "../lib/format.js";
import { t, tn } from "../lib/i18n.js";
import { secondsLeft } from "../lib/time.js";
import { nodeWords } from "./phone-card.js";
import { Stage } from "./phone-frame.js";
import { Own } from "./phone-met.js";
import { Kept } from "./phone-mine.js";
import { Shown } from "./phone-shown.js";
import { Table } from "./phone-table.js";
import { changeable } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */

/**
 * @param {{app: App, onChange: (ask: Ask) => void, onBack: (() => void) | null, waiting: number, extras: any}} props
 *   `waiting` is how many questions were put off
 */
export function Waiting({ app, onChange, onBack, waiting, extras }) {
  const { key, step, ready, ends } = app.store.slice("round").value;
  const [n, of] = ready ?? [0, 0];
  const isRevealed = step === "revealed" && !isAnswering(app);
  const title = isRevealed ? t("Kig op på tavlen") : t("Du er klar");
  const sub = isRevealed
    ? t("Tal sammen om det, I ser.")
    : untilWords(secondsLeft(ends, app.tick.value));
  const foot =
    (onBack || isRevealed) &&
    html`
    ${onBack && html`<button class="button" onClick=${onBack}>
      ${waiting > 0 ? tn("Ét spørgsmål venter", "{n} spørgsmål venter", waiting) : t("Jeg vil lave mere")}</button>`}
    ${isRevealed && html`<p class="foot-line"><span>${t("{n} af {of} er klar", { n, of })}</span></p>`}`;
  return html`
    <${Stage} title=${title} sub=${sub} foot=${foot} look="is-calm">
      ${!isRevealed && html`<${Crowd} n=${n} of=${of} />`}
      ${isRevealed && html`<${Own} app=${app} round=${key} look="is-turned" /><${Shown} app=${app} />`}
      ${step === "open" && html`<${Table} app=${app} />`}
      <${Given} app=${app} onChange=${onChange} />
      ${!isRevealed && html`<${Kept} app=${app} />`}
      ${extras}
    </${Stage}>
  `;
}

/** How long an answer may still be changed. @param {number | null} seconds */
function untilWords(seconds) {
  if (seconds === 0) return t("Tiden er gået. Rummet går videre om lidt.");
  if (seconds === null) return t("Du kan rette, indtil spilstyreren går videre.");
  return t("Du kan rette, indtil tiden er gået.");
}

/**
 * Whether the room answers in secret although cards are turned: it votes on them, or this seat's
 * answer to what they raised stands while others give theirs. Talk would sway those.
 * @param {App} app
 */
function isAnswering(app) {
  const { stage, ready } = app.store.slice("round").value;
  const [n, of] = ready ?? [0, 0];
  return stage === "vote" || (changeable(app).length > 0 && n < of);
}

/**
 * How many are ready, as pegs: one each, so that nobody is pointed at.
 * @param {{n: number, of: number}} props
 */
function Crowd({ n, of }) {
  const pegs = Math.min(of, 60);
  const filled = of > 0 ? Math.round((n / of) * pegs) : 0;
  return html`<div class="crowd">
    <p class="pawns" aria-hidden="true">${Array.from(
      { length: pegs },
      (_, at) => html`<span class=${at < filled ? "pawn is-ready" : "pawn"}></span>`,
    )}</p>
    <p class="crowd-words">${t("{n} af {of} er klar", { n, of })}</p></div>`;
}

/**
 * Answers of this step that may still be changed.
 * @param {{app: App, onChange: (ask: Ask) => void}} props
 */
function Given({ app, onChange }) {
  const given = changeable(app);
  if (given.length === 0) return null;
  return html`
    <section class="given">
      <h2>${t("Dine svar")}</h2>
      <ul>
        ${given.map(
          ({ ask, args }) => html`
          <li key=${ask.ask}><span>${aboutWords(app, ask)}</span> <b>${argsWords(args)}</b>
            <button class="link" onClick=${() => {
              const typed = ask.do === "estimate" && { typed: numberWords(args.value) };
              app.drafts.set(ask.ask, typed || args);
              onChange(ask);
            }}>${t("Ret")}</button></li>`,
        )}
      </ul>
    </section>
  `;
}

/** What an answer was about. @param {App} app @param {Ask} ask */
function aboutWords({ store }, { d, text }) {
  const ends = String(d.edge ?? d.node ?? d.goal ?? "").split(">");
  const nodes = ends.map((id) => store.slice(`node/${id}`).value ?? store.slice(`goal/${id}`).value);
  if (nodes.every(Boolean)) return nodes.map(nodeWords).join(" → ");
  return store.slice(`challenge/${d.challenge}`).value?.text ?? text;
}

/** An answer in a few characters. @param {Record<string, any>} args */
function argsWords(args) {
  const values = Object.values(args).filter(
    (value) => typeof value !== "string" || /^[\d.]+$/.test(value),
  );
  return values.map(valueWords).join(" · ");
}

/** @param {any} value */
function valueWords(value) {
  if (value === null) return t("ved ikke");
  if (value === true) return t("ja");
  if (value === false) return t("nej");
  return numberWords(value);
}
