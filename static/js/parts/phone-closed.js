// @ts-check
/** After the game: what I own and promised, what is still open, the map, and a link to keep. */
import { openDrafts } from "../lib/drafts.js";
import { html, useState } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Extras } from "./phone-extras.js";
import { Stage } from "./phone-frame.js";
import { Meters } from "./phone-meters.js";
import { Mine } from "./phone-mine.js";
import { Outline } from "./phone-outline.js";
import { Task } from "./phone-task.js";
import { openAsks } from "./phone-tasks.js";
import { verdictWords } from "./map-words.js";

/** @typedef {import("./phone-app.js").App} App */
/** @typedef {import("./phone-tasks.js").Ask} Ask */

/** @param {{app: App}} props */
export default function Closed({ app }) {
  openDrafts(app);
  const [own, setOwn] = useState(/** @type {Ask | null} */ (null));
  const [later, setLater] = useState(/** @type {string[] | null} */ (null));
  const asks = openAsks(app);
  const due = later ? asks.filter((ask) => !later.includes(ask.ask)) : [];
  const back = () => {
    setOwn(null);
    setLater(null);
  };
  if (own || due[0]) return html`<${Question} app=${app} own=${own} due=${due} onBack=${back}
    onLater=${(/** @type {Ask} */ ask) => setLater([...(later ?? []), ask.ask])} />`;
  const verdict = app.store.slice("meters").value?.verdict;
  const foot =
    asks.length > 0 &&
    html`
    <button class="button is-main" onClick=${() => setLater([])}>
      ${tn("Svar på det sidste spørgsmål", "Svar på de sidste {n} spørgsmål", asks.length)}</button>`;
  return html`
    <${Stage} title=${t("Tak for spillet")} kicker=${verdictWords(verdict)} foot=${foot}
      sub=${t("Her står det, du gav og lovede. Du kan rette det, du ejer, indtil fristen.")}>
      <${Mine} app=${app} />
      <${Keep} />
      <${Meters} app=${app} />
      <${Extras} app=${app} onChoose=${setOwn} />
      <section class="part"><h2>${t("Hele kortet")}</h2><${Outline} app=${app} /></section>
    </${Stage}>
  `;
}

/**
 * One question after another: each may be left for later, and the way back to what is one's own is always there.
 * @param {{app: App, own: Ask | null, due: Ask[], onBack: () => void, onLater: (ask: Ask) => void}} props
 */
function Question({ app, own, due, onBack, onLater }) {
  const ask = /** @type {Ask} */ (own ?? due[0]);
  const isLast = Boolean(own) || due.length < 2;
  const skip = isLast ? onBack : () => onLater(ask);
  const isSigned = /^(co_)?sign$/.test(ask.do);
  return html`<${Task} key=${ask.ask} app=${app} ask=${ask} left=${own ? 1 : due.length}
    onDone=${isLast ? onBack : () => {}} notNow=${isSigned ? skip : null}
    later=${isLast || isSigned ? null : { words: t("Senere"), go: skip }}
    leave=${isSigned && isLast ? null : { words: t("Tilbage til det, jeg lovede"), go: onBack }} />`;
}

/** Whether the phone has a sheet of its own for links; on a LAN without https it has none. */
const mayShare = () => "share" in navigator;

/** The address of this page, to come back by. */
function Keep() {
  const [words, setWords] = useState(t("Gem linket"));
  const url = `${location.origin}${location.pathname}`;
  const keep = async () => {
    try {
      if (mayShare()) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        setWords(t("Kopieret"));
      }
    } catch {
      // The person closed the phone's own sheet; the address stands here all the same.
    }
  };
  return html`
    <section class="keep">
      <h2>${t("Kom tilbage hertil")}</h2>
      <p class="keep-url">${location.host}${location.pathname}</p>
      <p class="quiet">${t("Linket virker på denne telefon. En anden telefon får sin egen kode i menuen.")}</p>
      ${(mayShare() || "clipboard" in navigator) && html`<button class="button"
        onClick=${keep}>${words}</button>`}
    </section>
  `;
}
