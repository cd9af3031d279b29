// @ts-check
/** The console's page: opens the room and draws it. */
import { openRoom } from "../lib/room.js";
import { html, render } from "../lib/vendor.js";
import { Console } from "../parts/console-app.js";

const root = document.getElementById("app");
if (root) render(html`<${Console} room=${openRoom()} />`, root);
