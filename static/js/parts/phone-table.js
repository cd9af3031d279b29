// @ts-check
/** What this seat has put on the table in this round, face down until the reveal. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { isSending } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/** What this seat has laid, and the way to take it back. @param {{app: App}} props */
export function Table({ app }) {
  const plays = (app.store.slice("plays").value ?? []).filter(
    (/** @type {any} */ play) => play.text || play.title,
  );
  const isOpen = app.store.slice("round").value?.step === "open";
  if (plays.length === 0) return null;
  return html`
    <section class="laid">
      <h2>${t("Lagt med bagsiden op")}</h2>
      <ul>
        ${plays.map(
          (/** @type {any} */ play) => html`
          <li key=${play.play}><span class="laid-back" aria-hidden="true"></span>
            <span class="laid-title">${play.text ?? play.title}</span>
            ${
              isOpen &&
              play.do === "play_card" &&
              html`<button class="link"
                disabled=${isSending(app, "withdraw_play", { play: play.play })}
              onClick=${() => app.wire.send("withdraw_play", { play: play.play })}>${t("Tag tilbage")}</button>`
            }
          </li>`,
        )}
      </ul>
    </section>
  `;
}
