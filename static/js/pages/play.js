// @ts-check
/** The phone: reads what the page was given and opens the wire; what draws may come after that. */
import { thisBrowser } from "../lib/browser.js";
import { setStrings } from "../lib/i18n.js";
import { createStore } from "../lib/store.js";
import { createClock } from "../lib/time.js";
import { effect, html, render, signal } from "../lib/vendor.js";
import { createWire } from "../lib/wire.js";

const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}");
setStrings(page.language, page.strings);

const browser = thisBrowser();
const store = createStore();
const clock = createClock();
const { build } = page;
// The shell that stands in without a network knows no game; its address does.
const code = page.code || (location.pathname.split("/")[2] ?? "");
const wire = createWire({ code, as: "player", build, store, clock, browser });
const { shelf } = browser;

const tick = signal(clock.now());
setInterval(() => (tick.value = clock.now()), 1000);
effect(() => {
  // A new line brings the server's time; what is left must not jump a second later.
  if (/^(open|polling)$/.test(wire.link.value)) tick.value = clock.now();
});

const root = document.getElementById("app");
const [said, answered, back] = [signal(""), signal([]), signal(null)];
const app = { code, store, clock, wire, shelf, tick, said, answered, back };
import("../parts/phone-app.js").then(({ Phone }) => {
  if (!root) return;
  root.textContent = "";
  render(html`<${Phone} app=${app} />`, root);
});
