// @ts-check
/** A link for one person, fetched when it is asked for: as an address to send and a code to hold up. */
import { t } from "../lib/i18n.js";
import { html, useState } from "../lib/vendor.js";

/** @typedef {{url: string, qr: string}} Link */

/** @param {{path: string, text: string, hint: string}} props the button's text, and what the link is for */
export function LinkButton({ path, text, hint }) {
  const [link, setLink] = useState(/** @type {Link | null} */ (null));
  const [isLost, setLost] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const ask = async () => {
    const made = await fetched(path);
    setLost(!made);
    setLink(made);
    setCopied(false);
  };
  const copy = async () => {
    if (!link) return;
    setCopied(await copied(link.url));
  };
  return html`<div class=${link ? "action is-open" : "action"}>
    <button type="button" class="button" aria-expanded=${Boolean(link)} onClick=${() => (link ? setLink(null) : ask())}>${text}</button>
    ${isLost && html`<p role="alert">${t("Linket kunne ikke hentes. Se, om der er forbindelse, og prøv igen.")}</p>`}
    ${link && html`<div class="link-card">
      <img src=${link.qr} width="132" height="132" alt=${t("QR-kode med linket")} />
      <div>
        <p>${hint}</p>
        <p class="link-url"><a href=${link.url}>${link.url}</a></p>
        <button type="button" class="button" onClick=${copy}>${isCopied ? t("Kopieret") : t("Kopiér linket")}</button>
      </div>
    </div>`}
  </div>`;
}

/** The link the server makes, or null when it made none. @param {string} path @returns {Promise<Link | null>} */
async function fetched(path) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Whether the clipboard took it; on plain http browsers offer none, and the link can be marked. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
