// @ts-check
/** After the flip: a minute to support other people's cards before the vote. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { NodeCard } from "./phone-card.js";
import { Stage } from "./phone-frame.js";
import { metWords } from "./phone-met.js";
import { isSending } from "./phone-tasks.js";

/** @param {{app: import("./phone-app.js").App}} props */
export function Second({ app }) {
  const { backed = [] } = app.store.slice("mine").value ?? {};
  const cards = app.store
    .list("node/")
    .value.filter(
      (/** @type {any} */ node) =>
        node.type === "benefit" && /^(proposed|supported)$/.test(node.state),
    );
  const isMine = (/** @type {any} */ node) => backed.includes(node.id);
  const sorted = [
    ...cards.filter(isMine),
    ...cards.filter((/** @type {any} */ node) => !isMine(node)),
  ];
  return html`
    <${Stage} title=${t("Kortene er vendt")}
      sub=${t("Dine egne ligger først. Ser du et kort, du også tror på, så støt det.")}
      foot=${html`<p class="foot-line"><span>${t("Vi går videre om lidt.")}</span></p>`}>
      <ul class="cards is-turned">
        ${sorted.map(
          (/** @type {any} */ node) => html`
          <li key=${node.id} class="seconded">
            <${NodeCard} app=${app} node=${node.id} foot=${isMine(node) && metWords(node)} />
            ${
              !isMine(node) &&
              html`<button class="button" disabled=${isSending(app, "second", { node: node.id })}
              onClick=${() => app.wire.send("second", { node: node.id })}>${t("Støt kortet")}</button>`
            }
          </li>`,
        )}
      </ul>
    </${Stage}>
  `;
}
