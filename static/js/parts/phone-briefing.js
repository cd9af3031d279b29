// @ts-check
/** Before a round opens: what it is about, what one will do, and for how long. */
import { html } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Stage } from "./phone-frame.js";
import { roundWords } from "./phone-rounds.js";

/** @param {{app: import("./phone-app.js").App}} props */
export function Briefing({ app }) {
  const round = app.store.slice("round").value;
  const row = (app.store.slice("rounds").value ?? []).find(
    (/** @type {{state: string}} */ one) => one.state === "now",
  );
  const { title, sub, todo } = roundWords(round);
  const kicker = row?.minutes && tn("{n} minut", "{n} minutter", row.minutes);
  return html`
    <${Stage} title=${title} sub=${sub} kicker=${kicker} look="is-briefing"
      foot=${html`<p
        class="foot-line"><span>${t("Lyt til spilstyreren. Runden åbner om lidt.")}</span></p>`}>
      <ol class="todo">
        ${todo.map((words, at) => html`<li key=${words}><span class="todo-n"
          aria-hidden="true">${at + 1}</span><span>${words}</span></li>`)}
      </ol>
    </${Stage}>
  `;
}
