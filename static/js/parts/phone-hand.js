// @ts-check
/**
 * The hand: cards to swipe or to tab through, the one chosen, and what already lies on the table.
 */
import { html, useState } from "../lib/vendor.js";
import { t, tn } from "../lib/i18n.js";
import { Blank } from "./phone-blank.js";
import { Card, countWords, nodeWords } from "./phone-card.js";
import { Choice } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";
import { rowWords } from "./map-words.js";
import { roundWords } from "./phone-rounds.js";
import { Table } from "./phone-table.js";
import { isSending } from "./phone-tasks.js";

/** @typedef {import("./phone-app.js").App} App */

/**
 * @param {{app: App, onRest: () => void, waiting: number, onAsks: () => void, extras: any}} props
 */
export function Hand({ app, onRest, waiting, onAsks, extras }) {
  const hand = (app.store.slice("hand").value ?? []).filter(
    (/** @type {any} */ card) => card.family !== "blank",
  );
  const hasBlank = (app.store.slice("hand").value ?? []).some(
    (/** @type {any} */ card) => card.family === "blank",
  );
  const left = app.store.slice("me").value?.plays_left ?? 0;
  const [card, setCard] = useState("");
  const [isWriting, setWriting] = useState(hand.length === 0);
  if (isWriting && hasBlank)
    return html`<${Blank} app=${app}
      onDone=${() => setWriting(false)} canLeave=${hand.length > 0} />`;

  const { title, sub } = roundWords(app.store.slice("round").value);
  const draft = app.drafts.of("play");
  const targets = targetOptions(app, hand[0]?.family);
  const isBusy = isSending(app, "play_card") || isSending(app, "play_challenge");
  const needsTarget = hand[0]?.family === "challenge";
  const play = async () => {
    const ack = needsTarget
      ? await app.wire.send("play_challenge", { card, node: draft.target })
      : await app.wire.send("play_card", { card, ...(draft.target && { target: draft.target }) });
    if (!ack.ok) return;
    setCard("");
    app.drafts.drop("play");
  };
  const foot = html`
    <p class="foot-line"><span><${Pips} laid=${(app.store.slice("plays").value ?? []).length}
      left=${left} />
      ${tn("{n} kort at lægge", "{n} kort at lægge", left)}</span>
      ${waiting > 0 && html`<button class="link"
        onClick=${onAsks}>${tn("Ét spørgsmål", "{n} spørgsmål", waiting)}</button>`}</p>
    <button class="button is-main" disabled=${!card || isBusy || (needsTarget && !draft.target)}
      onClick=${play}>
      ${isBusy ? t("Sender …") : card ? t("Læg kortet") : t("Vælg et kort først")}</button>
    <div class="pair">
      ${hasBlank && html`<button class="button"
        onClick=${() => setWriting(true)}>${t("Skriv dit eget")}</button>`}
      <button class="button" onClick=${onRest}>${t("Jeg er færdig")}</button>
    </div>`;
  return html`
    <${Stage} title=${title} sub=${sub} foot=${foot} look="is-hand">
      <${Fan} cards=${hand} chosen=${card} onChoose=${setCard} />
      ${
        card &&
        targets.length > 1 &&
        html`<div class="target"><${Choice} label=${targetLabel(hand[0]?.family)}
        options=${targets} value=${draft.target} onChange=${(/** @type {any} */ target) =>
          app.drafts.set("play", {
            target: target === draft.target ? undefined : target,
          })} /></div>`
      }
      <${Table} app=${app} />
      ${extras}
    </${Stage}>
  `;
}

/**
 * The plays as small cards: laid ones have their back up.
 * @param {{laid: number, left: number}} props
 */
function Pips({ laid, left }) {
  const pips = Array.from({ length: laid + left }, (_, at) => at < laid);
  return html`<span class="pips" aria-hidden="true">${pips.map((isLaid) => html`<i
    class=${isLaid ? "pip is-laid" : "pip"}></i>`)}</span>`;
}

/** What a card can be laid on. @param {App} app @param {string} family */
function targetOptions({ store }, family) {
  const nodes =
    family === "effect"
      ? store.list("goal/").value
      : store
          .list("node/")
          .value.filter((/** @type {any} */ node) => /^(benefit|disbenefit)$/.test(node.type));
  return nodes.map((/** @type {any} */ node) => ({ value: node.id, text: nodeWords(node) }));
}

/** @param {string} family */
const targetLabel = (family) =>
  family === "effect"
    ? t("Hvilket formål tjener det? Du må gerne springe over.")
    : t("Hvilken gevinst gælder det?");

/**
 * The cards side by side; each is a button, so tab and swipe are the same.
 * @param {{cards: any[], chosen: string, onChoose: (card: string) => void}} props
 */
function Fan({ cards, chosen, onChoose }) {
  return html`
    <ul class="fan" aria-label=${t("Dine kort")}>
      ${cards.map(
        (one) => html`
        <li key=${one.card}>
          <button class="pick" aria-pressed=${chosen === one.card}
            onClick=${() => onChoose(chosen === one.card ? "" : one.card)}>
            <${Card} title=${one.title} tone=${one.perspective ?? "disbenefit"} look="is-tall"
              band=${one.perspective ? rowWords(one.perspective) : t("Modvind")}
                foot=${countWords(one)} />
          </button>
        </li>`,
      )}
    </ul>
  `;
}
