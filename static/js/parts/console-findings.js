// @ts-check
/** The meters, the moves that help most and every finding: always in sight. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Meters } from "./board-foot.js";
import { ActionButton } from "./console-form.js";
import { Icon } from "./map-icons.js";
import { verdictWords } from "./map-words.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./map-model.js").Finding} Finding */

/** @typedef {{text: string, gain: number, node?: string}} Move */

/** The one rule that a recorded reason settles. */
const REASONED = "V14";

/** @param {{room: Room, onPick: (id: string) => void}} props */
export function Findings({ room, onPick }) {
  const meters = room.store.slice("meters").value;
  if (!meters) return null;
  const findings = /** @type {Finding[]} */ ([...meters.findings].sort((a, b) => Number(b.level === "red") - Number(a.level === "red")));
  return html`<section class="findings" aria-label=${t("Målere og fund")}>
    <h2 class=${`verdict is-${meters.verdict}`}>${verdictWords(meters.verdict)}</h2>
    <${Meters} store=${room.store} />
    ${meters.moves?.length > 0 && html`<h3>${t("Flest point nu")}</h3>
      <ol class="moves">${meters.moves.map((/** @type {Move} */ move) => html`<li key=${move.text}><${MoveText} move=${move} onPick=${onPick} /> <b>+${move.gain}</b></li>`)}</ol>`}
    ${findings.length > 0 && html`<h3>${t("Fund")} <span>${findings.length}</span></h3>
    <ul class="finding-list" tabIndex="0" aria-label=${t("Fund")}>
      ${findings.map((one) => html`<li key=${`${one.rule}${one.node}`} class=${`finding is-${one.level}`}>
        <${FindingText} finding=${one} onPick=${onPick} />
        ${one.rule === REASONED && html`<${ActionButton} room=${room} action=${{ do: "give_reason", text: t("Giv en grund"), d: { rule: one.rule }, fields: [{ name: "text", label: t("Grunden, som den skal stå på kortet"), max: 280 }] }} />`}
      </li>`)}
    </ul>`}
  </section>`;
}

/** A move, and the way to its card. @param {{move: Move, onPick: (id: string) => void}} props */
function MoveText({ move, onPick }) {
  const { node } = move;
  return node ? html`<button type="button" class="finding-row" onClick=${() => onPick(node)}>${move.text}</button>` : html`<span>${move.text}</span>`;
}

/** @param {{finding: Finding, onPick: (id: string) => void}} props */
function FindingText({ finding, onPick }) {
  const words = html`<${Icon} name="flag" /><b>${finding.rule}</b> <span>${finding.text}</span><span class="visually-hidden"> (${finding.level === "red" ? t("rødt") : t("gult")})</span>`;
  const { node } = finding;
  return node ? html`<button type="button" class="finding-row" onClick=${() => onPick(node)}>${words}</button>` : html`<p class="finding-row">${words}</p>`;
}
