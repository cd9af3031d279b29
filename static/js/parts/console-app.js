// @ts-check
/** The console: what happens now in the middle, who is here and what is wrong always in sight beside it. */
import { t } from "../lib/i18n.js";
import { html, useState } from "../lib/vendor.js";
import { DeskLine, isLeading } from "./console-desk.js";
import { Findings } from "./console-findings.js";
import { Lobby } from "./console-lobby.js";
import { ConsoleMap, Zoom } from "./console-map.js";
import { NextBar } from "./console-next.js";
import { NodePanel } from "./console-node.js";
import { Notes } from "./console-notes.js";
import { Outline } from "./console-outline.js";
import { Helpers, helpedIn } from "./console-helpers.js";
import { Parked, parkedIn } from "./console-parked.js";
import { People } from "./console-people.js";
import { RoomPanel } from "./console-room.js";
import { Script } from "./console-script.js";
import { RunSheet } from "./console-sheet.js";
import { Suggestions } from "./console-suggestions.js";
import { Tabs } from "./console-tabs.js";
import { ConsoleTop } from "./console-top.js";

/** @typedef {import("./map-model.js").Room} Room */

/** @param {{room: Room}} props */
export function Console({ room }) {
  const { store, wire } = room;
  const [tab, setTab] = useState("script");
  const [selected, setSelected] = useState("");
  const [zoom, setZoom] = useState(1);
  const ending = wire.ending.value;
  if (wire.link.value === "ended") return html`<${Ended} room=${room} text=${ending?.text} />`;
  if (!store.ready.value) return html`<p class="console-wait" role="status">${t("Finder spillet …")}</p>`;
  const suggested = store.slice("suggestions").value?.length ?? 0;
  const pick = (/** @type {string} */ id) => {
    setSelected(id);
    if (tab !== "outline") setTab("map");
  };
  const panel = { room, selected, onPick: setSelected };
  return html`<div class="console">
    <div class="console-head"><${ConsoleTop} room=${room} /><${DeskLine} room=${room} /></div>
    <${RunSheet} room=${room} />
    <section class="stage" aria-label=${t("Nu")}>
      <${Tabs} selected=${tab} onSelect=${setTab} tabs=${[
        { id: "script", text: t("Drejebog"), panel: () => html`<${Lobby} room=${room} /><${Script} room=${room} /><${Notes} code=${room.page.code} />` },
        { id: "map", text: t("Kort"), panel: () => html`<${ConsoleMap} ...${panel} zoom=${zoom} />`, tools: () => html`<${Zoom} zoom=${zoom} onZoom=${setZoom} />` },
        { id: "outline", text: t("Liste"), panel: () => html`<${Outline} ...${panel} />` },
        { id: "suggestions", text: t("Forslag"), count: suggested, panel: () => html`<${Suggestions} room=${room} />` },
        { id: "parked", text: t("Parkeret"), count: parkedIn(store).length, isQuiet: true, panel: () => html`<${Parked} room=${room} />` },
        ...(helpedIn(store).length ? [{ id: "helpers", text: t("Uden telefon"), count: helpedIn(store).filter((one) => one.isAsked).length, panel: () => html`<${Helpers} room=${room} />` }] : []),
        { id: "room", text: t("Rummet"), panel: () => html`<${RoomPanel} room=${room} />` },
      ]} />
      ${selected && (tab === "map" || tab === "outline") && html`<${NodePanel} key=${selected} room=${room} id=${selected} onClose=${() => setSelected("")} />`}
      <${Refusal} wire=${wire} />
      ${isLeading(room) && html`<${NextBar} room=${room} />`}
    </section>
    <aside class="side">
      <${Findings} room=${room} onPick=${pick} />
      <${People} room=${room} onHelp=${() => setTab("helpers")} />
    </aside>
  </div>`;
}

/** The server's no, with the next step in its own words. @param {{wire: Room["wire"]}} props */
function Refusal({ wire }) {
  const [seen, setSeen] = useState(/** @type {unknown} */ (null));
  const refusal = wire.refusal.value;
  const isShown = refusal && refusal !== seen;
  return html`<div class="refusal" role="alert">
    ${isShown && html`<p>${refusal.text || t("Det kan ikke lade sig gøre lige nu.")}</p><button type="button" class="button" onClick=${() => setSeen(refusal)}>${t("OK")}</button>`}
  </div>`;
}

/** @param {{room: Room, text?: string}} props */
function Ended({ room, text }) {
  return html`<div class="console-wait" role="alert">
    <p>${text || t("Konsollen har mistet adgangen til spillet.")}</p>
    <button type="button" class="button is-strong" onClick=${() => room.wire.retry()}>${t("Prøv igen")}</button>
    ${room.page.project_url && html`<a class="button" href=${room.page.project_url}>${t("Projektets side")}</a>`}
  </div>`;
}
