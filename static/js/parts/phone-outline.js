// @ts-check
/** The map as a list that can be read aloud: from the purpose back to what makes it happen. */
import { html } from "../lib/vendor.js";
import { t } from "../lib/i18n.js";
import { dateWords } from "../lib/time.js";
import { ownerWords, stateWords } from "./map-words.js";
import { nodeWords } from "./phone-card.js";

/** @typedef {import("./phone-app.js").App} App */

const LANES = /** @type {const} */ (["goal", "benefit", "disbenefit", "change", "enabler"]);

/** @param {string} type */
function laneTitle(type) {
  if (type === "goal") return t("Formål");
  if (type === "benefit") return t("Gevinster");
  if (type === "disbenefit") return t("Ulemper");
  if (type === "change") return t("Forandringer");
  return t("Leverancer");
}

/** @param {{app: App}} props */
export function Outline({ app }) {
  const nodes = app.store
    .list("node/")
    .value.filter((/** @type {any} */ node) => node.state !== "rejected");
  if (nodes.length === 0) return html`<p class="quiet">${t("Kortet er tomt endnu.")}</p>`;
  return html`
    <div class="outline">
      ${LANES.map((type) => {
        const lane = nodes.filter((/** @type {any} */ node) => node.type === type);
        return (
          lane.length > 0 &&
          html`
          <section key=${type}><h2>${laneTitle(type)}</h2>
            <ul>${lane.map((/** @type {any} */ node) => html`<${Entry} key=${node.id} app=${app}
              node=${node} />`)}</ul>
          </section>`
        );
      })}
    </div>
  `;
}

/** @param {{app: App, node: any}} props */
function Entry({ app, node }) {
  const leads = app.store
    .list("edge/")
    .value.filter((/** @type {any} */ edge) => edge.from === node.id)
    .map((/** @type {any} */ edge) => app.store.slice(`node/${edge.to}`).value?.label)
    .filter(Boolean);
  const assignment = app.store.slice(`assignment/${node.id}`).value;
  return html`
    <li class="entry" data-tone=${node.type === "benefit" ? node.perspective : node.type}>
      <p class="entry-title">${nodeWords(node)}</p>
      <p class="quiet">
        ${[
          node.type !== "goal" && node.type !== "enabler" && stateWords(node),
          node.type !== "goal" && node.type !== "enabler" && ownedWords(assignment),
          leads.length > 0 && t("fører til {labels}", { labels: leads.join(", ") }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  `;
}

/** @param {any} assignment */
function ownedWords(assignment) {
  if (!assignment) return ownerWords(undefined);
  const { name, role_title: role, state, by } = assignment;
  const who = [name ?? role, ownerWords(state)].join(" ");
  return by ? t("{who}, senest {day}", { who, day: dateWords(by) }) : who;
}
