// @ts-check
/** The line is closed for a reason: what it means, and the one thing to do. */
import { html } from "../lib/vendor.js";
import { closeWords, wayTo } from "../lib/closes.js";
import { Stage } from "./phone-frame.js";

/** @param {{app: import("./phone-app.js").App}} props */
export default function Ended({ app }) {
  const { code, text } = app.wire.ending.value ?? { code: 0, text: "" };
  const close = closeWords(code, text);
  const go = () => {
    const path = wayTo(close.way, app.code);
    if (path) location.assign(path);
    else if (close.way === "reload") location.reload();
    else app.wire.retry();
  };
  const foot = close.way === "ask"
    ? html`<form method="post" action=${wayTo("ask", app.code)}><button class="button is-main">${close.button}</button></form>`
    : html`<button class="button is-main" onClick=${go}>${close.button}</button>`;
  return html`<${Stage} title=${close.title} sub=${close.text} foot=${foot} look="is-still" />`;
}
