// @ts-check
/** The three meters in words and figures, and the cheapest next moves. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { meterTone } from "./map-words.js";

/** @param {{app: import("./phone-app.js").App}} props */
export function Meters({ app }) {
  const meters = app.store.slice("meters").value;
  if (!meters || typeof meters.ownership !== "number") return null;
  const rows = [
    [t("Ejerskab"), meters.ownership],
    [t("Realisme"), meters.realism],
    [t("Borgerfokus"), meters.citizen_focus],
  ];
  const moves = /** @type {{text: string}[]} */ (meters.moves ?? []);
  return html`
    <section class="meters">
      <h2>${t("Sådan står det til")}</h2>
      <dl>
        ${rows.map(
          ([name, value]) => html`
          <div key=${name}><dt>${name}</dt><dd>${value}</dd>
            <span class="meter"
              aria-hidden="true"><span class=${meterTone(value)} style=${{ inlineSize: `${value}%` }}></span></span></div>`,
        )}
      </dl>
      ${
        moves.length > 0 &&
        html`
        <h3>${t("Det hjælper mest nu")}</h3>
        <ul>${moves.map((move) => html`<li key=${move.text}>${move.text}</li>`)}</ul>`
      }
    </section>
  `;
}
