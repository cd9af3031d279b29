// @ts-check
/** The board's page: opens the room and draws it. */
import { openRoom } from "../lib/room.js";
import { html, render } from "../lib/vendor.js";
import { Board } from "../parts/board-app.js";

const root = document.getElementById("app");
if (root) render(html`<${Board} room=${openRoom()} />`, root);
