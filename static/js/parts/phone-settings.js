// @ts-check
/** What this phone may do: stay lit, sound, shake, show the time as a ring. Remembered on the phone. */
import { openPrefs } from "../lib/prefs.js";
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { mayStayAwake } from "./phone-awake.js";
import { mayBuzz, tryOut } from "./phone-signals.js";

/** @param {{app: import("./phone-app.js").App}} props */
export function Settings({ app }) {
  const { chosen, toggle } = openPrefs(app);
  const offered = /** @type {[keyof import("../lib/prefs.js").Choices, boolean, string, string][]} */ ([
    ["awake", mayStayAwake(), t("Hold skærmen tændt"), t("Mens spillet er i gang")],
    ["sound", true, t("Lyd"), t("Ved et nyt trin, når du bliver spurgt, og i det sidste minut")],
    ["buzz", mayBuzz(), t("Vibration"), t("Ved det samme")],
    ["ring", true, t("Vis tiden som en ring"), t("Den tømmes én gang i minuttet")],
  ]);
  /** @param {keyof import("../lib/prefs.js").Choices} name */
  const turn = (name) => () => {
    toggle(name);
    if ((name === "sound" || name === "buzz") && chosen.value[name]) tryOut(name);
  };
  return html`
    <section class="switches"><h3>${t("På denne telefon")}</h3>
      ${offered
        .filter(([, isOffered]) => isOffered)
        .map(
          ([name, , words, hint]) => html`
          <button class="row is-switch" key=${name} role="switch" aria-checked=${chosen.value[name]}
            onClick=${turn(name)}><span>${words}<span class="quiet">${hint}</span></span>
            <span class="switch" aria-hidden="true"></span></button>`,
        )}
    </section>
  `;
}
