// @ts-check
/** A word to somebody who comes back, or whom the room is waiting for. */
import { html, useEffect, useRef } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { stepKey } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export function Welcome({ app }) {
  const { nudged, ready } = app.store.slice("me").value ?? {};
  const isHere = /^(open|polling)$/.test(app.wire.link.value);
  if (app.back.value && isHere) return html`<${Back} app=${app} />`;
  if (!nudged || ready) return null;
  return html`<div class="notice"><p>${t("Rummet venter på dig. Tag den tid, du har brug for – eller tryk »Jeg er færdig«.")}</p></div>`;
}

/**
 * "Velkommen tilbage": where the room is, and what is kept. It goes when the person goes on.
 * @param {{app: App}} props
 */
function Back({ app }) {
  const { name } = app.store.slice("me").value ?? {};
  const round = app.store.slice("round").value;
  const close = () => (app.back.value = null);
  const saved = useRef(app.wire.savedAt.value);
  const from = app.back.value?.from;
  useEffect(() => {
    if (app.wire.savedAt.value !== saved.current && !isSending(app)) close();
  }, [app.wire.savedAt.value]);
  const where = round && t("Runde {n}, {title}.", { n: round.n, title: round.title });
  const moved = from && from !== stepKey(app) && t("Rummet er gået videre imens.");
  const words = [where, moved, keptWords(app)].filter(Boolean).join(" ");
  useEffect(() => void (app.said.value = `${t("Velkommen tilbage, {name}.", { name })} ${words}`), []);
  if (!name) return null;
  return html`
    <div class="notice is-back">
      <p><b>${t("Velkommen tilbage, {name}.", { name })}</b> ${words}</p>
      <button class="button is-small" onClick=${close}>${t("Fortsæt")}</button>
    </div>
  `;
}

/** @param {App} app */
const isSending = ({ wire }) => wire.unanswered.value.length > 0;

/** What is kept, or on its way, or still to be done. @param {App} app */
function keptWords(app) {
  if (isSending(app)) return t("Det, du lagde, bliver sendt nu.");
  const kept = (app.store.slice("plays").value ?? []).length;
  if (kept > 0) return tn("Dit kort er gemt.", "Dine {n} kort er gemt.", kept);
  const answers = Object.keys(app.store.slice("mine").value?.answered ?? {}).length;
  if (answers > 0) return tn("Dit svar er gemt.", "Dine {n} svar er gemt.", answers);
  const left = app.store.slice("me").value?.plays_left ?? 0;
  return left > 0 ? t("Dine kort ligger her endnu.") : t("Alt, hvad du har lagt, er gemt.");
}
