// @ts-check
/** Going on with another phone: a QR code for this seat, good once and for minutes. */
import { html, useEffect, useState } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";

/** @typedef {{url: string, qr: string, minutes: number}} Link */

/** @param {{app: import("./phone-app.js").App}} props */
export function AnotherPhone({ app }) {
  const [link, setLink] = useState(/** @type {Link | null} */ (null));
  const [isLost, setLost] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const ask = async () => {
    setLost(false);
    setLink(null);
    try {
      const path = `/g/${encodeURIComponent(app.code)}/phone-link`;
      const answer = await fetch(path, { method: "POST" });
      if (answer.status !== 201) throw new Error("refused");
      setLink(await answer.json());
    } catch {
      setLost(true);
    }
  };
  useEffect(() => void ask(), []);
  if (isLost)
    return html`<p>${t("Koden kunne ikke hentes. Er der net her?")}</p>
      <button class="button" onClick=${ask}>${t("Prøv igen")}</button>`;
  if (!link) return html`<p class="quiet" role="status">${t("Et øjeblik …")}</p>`;
  const copy = async () => {
    await navigator.clipboard.writeText(link.url);
    setCopied(true);
  };
  return html`
    <section class="move">
      <h3>${t("Fortsæt på en anden telefon")}</h3>
      <p>${t("Scan koden med den anden telefons kamera. Den virker én gang og i {n} minutter.", { n: link.minutes })}</p>
      <img class="move-code" src=${link.qr} alt=${t("QR-kode til din plads")} />
      <p class="quiet">${t("Begge telefoner virker bagefter. Vis ikke koden til andre: Den er din plads.")}</p>
      <div class="pair">
        ${
          "clipboard" in navigator &&
          html`<button class="button"
          onClick=${copy}>${isCopied ? t("Kopieret") : t("Kopiér linket")}</button>`
        }
        <button class="button" onClick=${ask}>${t("Ny kode")}</button>
      </div>
    </section>
  `;
}
