// @ts-check
/** The blank card: own words about what becomes more, less or faster, and for whom. */
import { html } from "../lib/vendor.js";
import { characters } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { maxOf, perspectives } from "./phone-args.js";
import { nodeWords } from "./phone-card.js";
import { Choice, Words } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";
import { isSending } from "./phone-tasks.js";

const MAX = maxOf("play_card");

/** @param {{app: import("./phone-app.js").App, onDone: () => void, canLeave: boolean}} props */
export function Blank({ app, onDone, canLeave }) {
  const { text = "", perspective, target } = app.drafts.of("blank");
  /** @param {Record<string, any>} part */
  const set = (part) => app.drafts.set("blank", part);
  const goals = app.store
    .list("goal/")
    .value.map((/** @type {any} */ goal) => ({ value: goal.id, text: nodeWords(goal) }));
  const isBusy = isSending(app, "play_card", { card: "blank" });
  const isReady = text.trim() && characters(text.trim()) <= MAX && perspective;
  const lay = async () => {
    const d = { card: "blank", text: text.trim(), perspective, ...(target && { target }) };
    const ack = await app.wire.send("play_card", d);
    if (!ack.ok) return;
    app.drafts.drop("blank");
    onDone();
  };
  const foot = html`
    <button class="button is-main" disabled=${!isReady || isBusy}
      onClick=${lay}>${isBusy ? t("Sender …") : t("Læg dit kort")}</button>
    ${canLeave && html`<button class="button"
      onClick=${onDone}>${t("Tilbage til kortene")}</button>`}`;
  return html`
    <${Stage} title=${t("Hvad bliver mere, mindre eller hurtigere – for hvem?")} foot=${foot}>
      <div class="card is-writing" data-tone=${perspective ?? "goal"}>
        <${Words} label=${t("Dit kort")} value=${text} max=${MAX} rows=${2}
          onChange=${(/** @type {string} */ value) => set({ text: value })} />
      </div>
      <${Choice} label=${t("For hvem?")} options=${perspectives()} value=${perspective}
        onChange=${(/** @type {any} */ value) => set({ perspective: value })} />
      ${
        goals.length > 1 &&
        html`<${Choice} label=${t("Hvilket formål tjener det? Du må gerne springe over.")}
          options=${goals} value=${target}
        onChange=${(/** @type {any} */ value) => set({ target: value === target ? undefined : value })} />`
      }
    </${Stage}>
  `;
}
