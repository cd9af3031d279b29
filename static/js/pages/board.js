// @ts-check
/** The board's page: opens the room and draws it. */
import { openRoom } from "../lib/room.js";
import { html, render } from "../lib/vendor.js";
import { Board } from "../parts/board-app.js";
import { keepPicture } from "../parts/board-keep.js";

const root = document.getElementById("app");
if (root) {
  const room = openRoom();
  keepPicture(room.store);
  render(html`<${Board} room=${room} />`, root);
}
