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

/** @param {{app: App}} props */
export default function Closed({ app }) {
  openDrafts(app);
  const [task, setTask] = useState(/** @type {import("./phone-tasks.js").Ask | null} */ (null));
  const asks = openAsks(app);
  if (task) {
    const back = () => setTask(null);
    return html`<${Task} key=${task.ask} app=${app} ask=${task} left=${1} onDone=${back}
      later=${{ words: t("Tilbage"), go: back }} />`;
  }
  const verdict = app.store.slice("meters").value?.verdict;
  const foot =
    asks.length > 0 &&
    html`
    <button class="button is-main" onClick=${() => setTask(asks[0] ?? null)}>
      ${tn("Svar på det sidste spørgsmål", "Svar på de sidste {n} spørgsmål", asks.length)}</button>`;
  return html`
    <${Stage} title=${t("Tak for spillet")} kicker=${verdictWords(verdict)} foot=${foot}
      sub=${t("Her står det, du gav og lovede. Du kan rette det, du ejer, indtil fristen.")}>
      <${Mine} app=${app} />
      <${Keep} />
      <${Meters} app=${app} />
      <${Extras} app=${app} onChoose=${setTask} />
      <section class="part"><h2>${t("Hele kortet")}</h2><${Outline} app=${app} /></section>
    </${Stage}>
  `;
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
      <p class="keep-url">${url}</p>
      <p class="quiet">${t("Linket virker på denne telefon. En anden telefon får sin egen kode i menuen.")}</p>
      ${(mayShare() || "clipboard" in navigator) && html`<button class="button"
        onClick=${keep}>${words}</button>`}
    </section>
  `;
}
