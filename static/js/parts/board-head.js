// @ts-check
/** The board's top: which project and round, the question to the room, how many are ready, how long. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Timer } from "./board-timer.js";
import { softened } from "./map-break.js";
import { Icon } from "./map-icons.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function BoardHead({ room }) {
  const { store, wire } = room;
  const game = store.slice("game").value;
  const round = store.slice("round").value;
  const line = game?.state === "closed" ? "" : lineOf(round, store.slice("recap").value);
  const away = wire.link.value === "offline" || wire.link.value === "connecting";
  return html`<header class="board-head">
    <div class="board-head-start">
      ${line ? html`<span class="board-round">${round.n} · ${round.title}</span><h1>${softened(line)}</h1>` : html`<h1 class="board-title">${softened(game?.title)}</h1>`}
    </div>
    <span class="board-head-end">
      ${away && html`<span class="board-away" role="status"><${Icon} name="offline" /><span class="visually-hidden">${t("Ingen forbindelse lige nu. Tavlen finder selv tilbage.")}</span></span>`}
      ${round?.step === "open" && game?.state !== "closed" && html`<${Ready} ready=${round.ready} />`}
      <${Timer} room=${room} />
    </span>
  </header>`;
}

/** @param {{ready: [number, number]}} props */
function Ready({ ready: [n, of] }) {
  if (!of) return null;
  return html`<span class="board-ready"><b>${t("{n} af {of}", { n, of })}</b> ${t("er klar")}</span>`;
}

/**
 * The one line the room should read: the question while it is asked, then what came of it.
 * @param {{n: number, title: string, question?: string, step: string} | null | undefined} round @param {string[] | undefined} recap
 */
function lineOf(round, recap) {
  if (!round || round.n === 0) return "";
  return (round.step === "resolved" && recap?.[0]) || round.question || round.title;
}
