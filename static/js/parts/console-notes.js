// @ts-check
/** Private notes: they stay in this browser, and leave it with the game's code. */
import { t } from "../lib/i18n.js";
import { html, useId, useState } from "../lib/vendor.js";

/** @param {{code: string}} props */
export function Notes({ code }) {
  const id = useId();
  const key = `gevinstspillet.${code}.notes`;
  const [text, setText] = useState(() => kept(key));
  const write = (/** @type {{currentTarget: {value: string}}} */ event) => {
    setText(event.currentTarget.value);
    keep(key, event.currentTarget.value);
  };
  return html`<div class="field notes">
    <label for=${id}>${t("Mine noter")} <span>${t("kun i denne browser")}</span></label>
    <textarea id=${id} rows="3" value=${text} onInput=${write}></textarea>
  </div>`;
}

/** What was noted before; nothing where the browser keeps nothing. @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} key @param {string} text */
function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A browser that forbids storage keeps the notes for as long as the page is open.
  }
}
