// @ts-check
/** A word to somebody who comes back, or whom the room is waiting for. */
import { html, useEffect, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";

/** @typedef {import("./phone-app.js").App} App */

/**
 * "Velkommen tilbage" after an interruption, with where the room is and what is kept.
 * @param {{app: App}} props
 */
export function Welcome({ app }) {
  const key = `gevinstspillet.${app.code}.met`;
  const [isBack] = useState(() => Boolean(app.shelf?.getItem(key)));
  const [isRead, setRead] = useState(false);
  const { name, plays_left: left, nudged, ready, waiting } = app.store.slice("me").value ?? {};
  const round = app.store.slice("round").value;
  useEffect(() => {
    if (name) app.shelf?.setItem(key, "1");
  }, [name]);
  if (waiting) {
    return html`<div
      class="notice"><p>${t("Du står ved døren. Spilstyreren lukker dig ind om lidt.")}</p></div>`;
  }
  if (nudged && !ready) {
    return html`<div
      class="notice"><p>${t("Rummet venter på dig. Tag den tid, du har brug for – eller sig „Jeg er færdig“.")}</p></div>`;
  }
  if (!isBack || isRead || !name || !round) return null;
  const kept = (app.store.slice("plays").value ?? []).length;
  const words =
    kept > 0 ? t("Det, du har lagt, er gemt.") : left > 0 ? t("Dine kort ligger her endnu.") : "";
  return html`
    <div class="notice">
      <p>${t("Velkommen tilbage, {name}.", { name })} ${words}</p>
      <button class="button is-small" onClick=${() => setRead(true)}>${t("Fortsæt")}</button>
    </div>
  `;
}
