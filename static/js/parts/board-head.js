// @ts-check
/** The board's top line: which project, which round, how many are ready, how long. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { Timer } from "./board-timer.js";
import { Icon } from "./map-icons.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function BoardHead({ room }) {
  const { store, wire } = room;
  const game = store.slice("game").value;
  const round = store.slice("round").value;
  const away = wire.link.value === "offline" || wire.link.value === "connecting";
  return html`<header class="board-head">
    <h1>${game?.title}</h1>
    ${round && game?.state !== "closed" && html`<span class="board-round">${round.n} · ${roundTitle(store)}</span>`}
    ${game?.state === "closed" && html`<span class="board-round">${t("Spillet er slut")}</span>`}
    <span class="board-head-end">
      ${away && html`<span class="board-away" role="status"><${Icon} name="offline" /><span class="visually-hidden">${t("Ingen forbindelse lige nu. Tavlen finder selv tilbage.")}</span></span>`}
      ${round?.step === "open" && html`<${Ready} ready=${round.ready} />`}
      <${Timer} room=${room} />
    </span>
  </header>`;
}

/** @param {{ready: [number, number]}} props */
function Ready({ ready: [n, of] }) {
  if (!of) return null;
  return html`<span class="board-ready"><b>${t("{n} af {of}", { n, of })}</b> ${t("er klar")}</span>`;
}

/** The title of the round being played. @param {Room["store"]} store */
export function roundTitle(store) {
  const rounds = store.slice("rounds").value ?? [];
  return rounds.find((/** @type {{state: string}} */ one) => one.state === "now")?.title ?? "";
}
