// @ts-check
/** The one large button: it says what will happen, and asks once when somebody is not done. */
import { t, tn } from "../lib/i18n.js";
import { html, useEffect, useRef, useState } from "../lib/vendor.js";
import { mayDo } from "./console-form.js";
import { Undo } from "./console-undo.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function NextBar({ room }) {
  const { store } = room;
  const next = store.slice("next").value;
  const round = store.slice("round").value;
  const key = `${round?.id}.${round?.step}.${round?.wave}.${next?.do}`;
  const [asked, setAsked] = useState("");
  const [sent, setSent] = useState("");
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => setAsked(""), [key]);
  if (!next) return html`<${Over} room=${room} />`;
  const isAsking = Boolean(next.blocked) && asked === key;
  const go = async () => {
    if (next.blocked && !isAsking) return setAsked(key);
    setSent(key);
    await room.wire.send(next.do, next.d ?? {});
    setSent("");
    setAsked("");
    button.current?.focus();
  };
  return html`<div class=${isAsking ? "next is-asking" : "next"}>
    <div class="next-left"><p class="next-say" aria-live="polite">${isAsking ? lossWords(next, round) : (next.blocked ?? readyWords(round))}</p><${Undo} room=${room} /></div>
    <button type="button" ref=${button} class="next-button" aria-disabled=${sent === key} onClick=${() => sent !== key && go()}>
      ${isAsking ? t("{text} alligevel", { text: next.text }) : next.text}
    </button>
    ${isAsking && html`<button type="button" class="button" onClick=${() => setAsked("")}>${t("Vent lidt")}</button>`}
  </div>`;
}

/** After the last step the way leads out of the room, to what it made. @param {{room: Room}} props */
function Over({ room }) {
  return html`<div class="next">
    <div class="next-left"><p class="next-say">${overWords(room)}</p><${Undo} room=${room} /></div>
    ${room.page.project_url && html`<a class="next-link" href=${room.page.project_url}>${t("Se kortet på projektets side")}</a>`}
  </div>`;
}

/** A game that was closed in its lobby is followed by none: the map stayed where it was. @param {Room} room */
export const overWords = (room) =>
  mayDo(room, "rename") || !room.store.slice("round").value
    ? t("Spillet er slut. Kortet og registret ligger på projektets side.")
    : t("Et senere spil er begyndt. Kortet rettes i det.");

/** @param {{step: string, ready: [number, number]} | null | undefined} round */
function readyWords(round) {
  if (!round) return t("Tryk, når de fleste er kommet.");
  const [n, of] = round.ready;
  return round.step === "open" && of ? t("{n} af {of} er klar", { n, of }) : "";
}

/**
 * What is lost by going on before all are ready.
 * @param {{do: string, blocked: string}} next @param {{stage?: string | null, ready: [number, number]} | null | undefined} round
 */
export function lossWords(next, round) {
  if (!round) return next.blocked;
  const n = round.ready[1] - round.ready[0];
  if (round.stage === "vote") return tn("Én er ikke klar. De stemmer, der mangler, kommer ikke med.", "{n} er ikke klar. De stemmer, der mangler, kommer ikke med.", n);
  return tn("Én er ikke klar. Trinnet lukker, før den er færdig.", "{n} er ikke klar. Trinnet lukker, før de er færdige.", n);
}
