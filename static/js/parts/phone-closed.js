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

/** @typedef {import("./phone-app.js").App} App */

/** @param {{app: App}} props */
export default function Closed({ app }) {
  openDrafts(app);
  const [task, setTask] = useState(/** @type {import("./phone-tasks.js").Ask | null} */ (null));
  const asks = openAsks(app);
  if (task) {
    const back = () => setTask(null);
    return html`<${Task} key=${task.ask} app=${app} ask=${task} left=${1} onDone=${back}
      onLater=${back} laterWords=${t("Tilbage")} />`;
  }
  const verdict = app.store.slice("meters").value?.verdict;
  const foot =
    asks.length > 0 &&
    html`
    <button class="button is-main" onClick=${() => setTask(asks[0] ?? null)}>
      ${tn("Svar på det sidste spørgsmål", "Svar på de sidste {n} spørgsmål", asks.length)}</button>`;
  return html`
    <${Stage} title=${t("Tak for spillet")} kicker=${verdictWords(verdict)} foot=${foot}
      sub=${t("Gem adressen på denne side. Her kan du rette det, du ejer, indtil fristen.")}>
      <${Meters} app=${app} />
      <${Mine} app=${app} />
      <${Extras} app=${app} onChoose=${setTask} />
      <section class="part"><h2>${t("Hele kortet")}</h2><${Outline} app=${app} /></section>
    </${Stage}>
  `;
}

/** @param {string | undefined} verdict */
function verdictWords(verdict) {
  if (verdict === "ready") return t("Kortet er klar");
  if (verdict === "conditional") return t("Kortet er betinget klar");
  return verdict ? t("Kortet er en kladde") : "";
}
