// @ts-check
/** The way back: what the button would take back stands on it. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { mayDo } from "./console-form.js";

/** @param {{room: import("./map-model.js").Room}} props */
export function Undo({ room }) {
  const undo = room.store.slice("undo").value;
  if (!undo || !mayDo(room, "undo")) return null;
  return html`<div class="undo"><button type="button" class="button" onClick=${() => void room.wire.send("undo", {}, null)}>${undo.text}</button></div>`;
}
