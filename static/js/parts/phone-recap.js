// @ts-check
/** After a round: one's own contribution first, how it met the others, then what the room made. */
import { html } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Stage } from "./phone-frame.js";
import { Meters } from "./phone-meters.js";
import { Own } from "./phone-met.js";
import { roundWords } from "./phone-rounds.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export function Recap({ app }) {
  const recap = /** @type {string[]} */ (app.store.slice("recap").value ?? []);
  const round = app.store.slice("round").value;
  const foot = html`<p
    class="foot-line"><span>${t("Kig op. Spilstyreren går videre om lidt.")}</span></p>`;
  return html`
    <${Stage} title=${t("Det kom der ud af det")} foot=${foot} look="is-recap">
      <${Own} app=${app} round=${round.key} look="is-compact" />
      ${
        recap.length > 0 &&
        html`<section class="own"><h2>${t("Rummet")}</h2>
        <ul class="recap">${recap.map((words) => html`<li key=${words}>${words}</li>`)}</ul></section>`
      }
      ${round.n >= 4 && html`<${Meters} app=${app} />`}
      <${Ahead} app=${app} />
    </${Stage}>
  `;
}

/** What comes next, so that nobody wonders. @param {{app: App}} props */
function Ahead({ app }) {
  const rounds = /** @type {any[]} */ (app.store.slice("rounds").value ?? []);
  const next = rounds.slice(rounds.findIndex((one) => one.state === "now") + 1)[0];
  if (!next) return null;
  return html`
    <section class="ahead">
      <h2>${t("Bagefter")}</h2>
      <p class="ahead-title">${roundWords({ key: next.id }).title}</p>
      <p class="quiet">${next.title} · ${tn("{n} minut", "{n} minutter", next.minutes)}</p>
    </section>
  `;
}
