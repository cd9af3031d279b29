// @ts-check
/** Round 1: what the project is for, at the left; the goals at the right edge, where they stay. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { softened } from "./map-break.js";
import { useShrink } from "./map-fit.js";
import { Icon } from "./map-icons.js";

/** @typedef {{id: string, label: string, title: string, state: string, low?: boolean, fists?: number[]|null, approved_by?: string|null}} Goal */

/** @param {{room: import("./map-model.js").Room}} props */
export function BoardGoals({ room }) {
  const goals = room.store.list("goal/").value;
  const round = room.store.slice("round").value;
  const isSettled = round?.n > 1 || round?.step === "resolved";
  const { ref } = useShrink(0.62);
  return html`<section class="goals" ref=${ref}>
    <div class="goals-purpose">
      <h2>${t("Hvorfor gør vi det?")}</h2>
      <p>${softened(room.store.slice("game").value?.purpose)}</p>
    </div>
    <ul class="goals-list">
      ${goals.map((goal) => html`<li key=${goal.id} data-node=${goal.id} class=${goal.low ? "goal is-low" : "goal"}>
        <span class="goal-label"><${Icon} name="goal" /> ${goal.label}</span>
        <span class="goal-title">${softened(goal.title)}</span>
        ${goal.fists && html`<${Hands} fists=${goal.fists} />`}
        <span class="goal-state">${goalWords(goal, isSettled)}</span>
      </li>`)}
    </ul>
  </section>`;
}

/** How many showed each number of fingers: nobody is named. @param {{fists: number[]}} props */
const Hands = ({ fists }) => html`<ol class="goal-hands" start="0" aria-label=${t("Hænderne: så mange viste 0 til 5 fingre")}>
  ${fists.map((count, fingers) => html`<li key=${fingers} class=${count ? "hands" : "hands is-none"}>
    <b>${fingers}</b> <span>${count ? `× ${count}` : "–"}</span>
  </li>`)}
</ol>`;

/** How the room stands on a goal. @param {Goal} goal @param {boolean} isSettled */
export function goalWords(goal, isSettled) {
  if (goal.low) return t("Nogen er i tvivl: Tal et minut om den");
  if (goal.fists?.some(Boolean)) return t("Alle står bag");
  return isSettled ? t("Bekræftet") : t("Skal bekræftes");
}
