// @ts-check
/** The room itself: how people come in, who is missing, what the board shows, and the links to hand out. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { addressWords, codeWords } from "./board-foot.js";
import { BoardPanel } from "./console-board.js";
import { Deputies } from "./console-deputies.js";
import { ActionButton, mayDo } from "./console-form.js";
import { Network } from "./console-network.js";
import { roleOptions } from "./map-roles.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {import("./console-form.js").Action} Action */

/** @param {{room: Room}} props */
export function RoomPanel({ room }) {
  const { store, page } = room;
  return html`<div class="room">
    <section class="room-join">
      <img src=${`/g/${page.code}/qr.svg`} alt=${t("QR-kode til at være med")} />
      <p>${t("Deltagere går til")} <b>${addressWords(page.join_url)}</b></p>
      <p class="room-code">${codeWords(page.code)}</p>
      <p><a href=${page.join_url}>${t("Link til deltagere")}</a>${page.board_url && html` · <a href=${page.board_url} target="_blank" rel="noopener">${t("Åbn tavlen")}</a>`}</p>
    </section>
    ${groupsOf(room).map(({ title, actions }) => html`<section key=${title}>
      <h2>${title}</h2>
      <div class="room-actions">${actions.map((action) => html`<${ActionButton} key=${action.do + action.text} room=${room} action=${{ isFree: true, ...action }} />`)}</div>
    </section>`)}
    <${BoardPanel} room=${room} />
    <${Deputies} room=${room} />
    <${Network} room=${room} />
    <section aria-labelledby="guide">
      <h2 id="guide">${t("Vejledning")}</h2>
      <div class="room-actions">
        <a class="button" href=${`/guide/tour?game=${page.code}`} target="_blank" rel="noopener">${t("Turen på to minutter")}</a>
        <a class="button" href=${`/guide/${store.slice("game").value?.variant}`} target="_blank" rel="noopener">${t("Drejebogen på én side")}</a>
        <a class="button" href="/guide/cards" target="_blank" rel="noopener">${t("Kort til print")}</a>
      </div>
    </section>
  </div>`;
}

/** What has nothing left to offer is left out. @param {Room} room */
const groupsOf = (room) => allGroups(room.store).filter(({ actions }) => actions.some((action) => mayDo(room, action.do)));

/** @param {Room["store"]} store @returns {{title: string, actions: Action[]}[]} */
function allGroups(store) {
  const game = store.slice("game").value ?? {};
  const role = { name: "role", label: t("Rolle"), options: roleOptions(store) };
  return [
    {
      title: t("Døren"),
      actions: [
        game.locked ? { do: "unlock", text: t("Lås op") } : { do: "lock", text: t("Lås rummet") },
        {
          do: "join_policy", text: t("Hvem må komme senere?"),
          fields: [{ name: "policy", label: t("Senere deltagere"), value: game.join_policy ?? "open", options: [{ value: "open", text: t("Alle med koden") }, { value: "approve", text: t("Når jeg siger ja") }, { value: "closed", text: t("Ingen") }] }],
        },
      ],
    },
    {
      title: t("Dem, der mangler"),
      actions: [
        { do: "add_absent", text: t("Tilføj en fraværende"), fields: [role, { name: "name", label: t("Navn"), isOptional: true, max: 60 }] },
        { do: "add_proxy", text: t("Tilføj en uden telefon"), fields: [role, { name: "name", label: t("Navn"), max: 60 }] },
      ],
    },
    {
      title: t("Navne på skærmene"),
      actions: [
        game.hide_names ? { do: "hide_names", text: t("Vis navne"), d: { on: false } } : { do: "hide_names", text: t("Skjul navne"), d: { on: true } },
      ],
    },
  ];
}
