// @ts-check
/** How a benefit is counted: what, where we are, where to, and for cash or hours a little more. */
import { html } from "../lib/vendor.js";
import { parseNumber } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { maxOf } from "./phone-args.js";
import { NodeCard, countWords } from "./phone-card.js";
import { Choice, Day, Figure, Line, Words } from "./phone-fields.js";
import { Stage } from "./phone-frame.js";
import { measureArgs, suggested } from "./phone-measure-args.js";

/** @typedef {import("./phone-task.js").FormProps} FormProps */

/** @param {FormProps} props */
export function MeasureAsk({ app, ask, draft: typed, set, send, isBusy, kicker }) {
  const id = ask.d.node ?? typed.node;
  if (!id) return html`<${Which} ask=${ask} set=${set} kicker=${kicker} />`;
  const node = app.store.slice(`node/${id}`).value ?? {};
  const draft = { ...suggested(app, ask, id), ...typed };
  const args = measureArgs(draft, node.class);
  const foot = html`
    ${!args && html`<p
      class="foot-line quiet">${t("Mangler: {what}", { what: missing(draft) })}</p>`}
    <button class="button is-main" disabled=${!args || isBusy}
      onClick=${() => args && send({ node: id, ...args })}>
      ${isBusy ? t("Sender …") : t("Sådan måler vi den")}</button>`;
  const now = app.clock.now();
  /** @param {string} name */
  const on = (name) => (/** @type {any} */ value) => set({ [name]: value });
  const cards = ask.options?.card ?? [];
  const way = [
    { value: "up", text: t("Tallet skal op") },
    { value: "down", text: t("Tallet skal ned") },
  ];
  const start = [
    { value: true, text: t("Vi kender tallet i dag") },
    { value: false, text: t("Vi finder det senere") },
  ];
  return html`
    <${Stage} title=${t("Hvordan måler vi den?")} sub=${t("Ret forslaget, så det passer hos jer.")}
      kicker=${kicker} foot=${foot}>
      <${NodeCard} app=${app} node=${id} foot=${countWords({ class: node.class })} />
      <section class="part"><h2>${t("Det tæller vi")}</h2>
        ${
          cards.length > 0 &&
          html`<label class="field"><span>${t("Målekort")}</span>
          <select class="input" value=${draft.card}
            onChange=${(/** @type {any} */ event) => set(fromCard(cards, event.target.value))}>
            <option value="">${t("Vores egen måling")}</option>
            ${cards.map((one) => html`<option value=${one.value}>${one.text}</option>`)}
          </select></label>`
        }
        <${Line} label=${t("Indikator")} value=${draft.indicator} onChange=${on("indicator")} />
        <${Line} label=${t("Enhed")} value=${draft.unit} onChange=${on("unit")} />
        <${Choice} label=${t("Hvilken vej?")} options=${way} value=${draft.direction}
          onChange=${on("direction")} quiet />
      </section>
      <section class="part"><h2>${t("Nulpunkt")}</h2>
        <${Choice} label=${t("Nulpunkt")} options=${start} value=${draft.is_known}
          onChange=${on("is_known")} quiet />
        ${
          draft.is_known === true &&
          html`
          <${Figure} label=${t("I dag")} value=${draft.baseline} unit=${draft.unit}
            onChange=${on("baseline")} negative />
          <${Day} label=${t("Målt den")} value=${draft.baseline_date} now=${now}
            onChange=${on("baseline_date")} past />`
        }
        ${
          draft.is_known === false &&
          html`
          <${Day} label=${t("Vi har tallet senest")} value=${draft.baseline_plan} now=${now}
            months=${[1, 2, 3]} onChange=${on("baseline_plan")} />`
        }
      </section>
      <section class="part"><h2>${t("Måltal")}</h2>
        <${Figure} label=${t("Måltal")} value=${draft.target} unit=${draft.unit}
          onChange=${on("target")} negative />
        <${Day} label=${t("Nået senest")} value=${draft.target_date} now=${now}
          months=${[6, 12, 24]} onChange=${on("target_date")} />
      </section>
      ${node.class === "C" && html`<${Cash} draft=${draft} on=${on} />`}
      ${
        node.class === "T" &&
        html`<section class="part"><h2>${t("Frigjort tid")}</h2>
        <${Words} label=${t("Det bruges timerne til")} value=${draft.conversion}
          max=${maxOf("choose_measure")} onChange=${on("conversion")} /></section>`
      }
      <details class="part"><summary>${t("Mere, hvis du ved det")}</summary>
        <${Line} label=${t("Hvem eller hvad gælder det?")} value=${draft.population}
          onChange=${on("population")} />
        <${Figure} label=${t("Tallet i business casen")} value=${draft.case_value}
          unit=${draft.unit} onChange=${on("case_value")} negative />
      </details>
    </${Stage}>
  `;
}

/**
 * What a class C says besides: the budget that falls.
 * @param {{draft: Record<string, any>, on: (name: string) => (value: any) => void}} props
 */
function Cash({ draft, on }) {
  return html`
    <section class="part"><h2>${t("Budgettet, der falder")}</h2>
      <${Line} label=${t("Budgetkonto")} value=${draft.budget_line} onChange=${on("budget_line")} />
      <${Line} label=${t("Budgetår")} value=${draft.budget_year} onChange=${on("budget_year")}
        hint=${t("Et år, fx 2027, eller to, fx 2027/28")} />
      <${Figure} label=${t("Hele beløbet i dag")} value=${draft.base} unit=${draft.unit}
        onChange=${on("base")} />
      <${Words} label=${t("Sådan er det regnet ud")} value=${draft.calculation}
        max=${maxOf("choose_measure")} onChange=${on("calculation")} />
    </section>
  `;
}

/**
 * A measure that a person wants to change: whose?
 * @param {{ask: import("./phone-tasks.js").Ask, set: FormProps["set"], kicker: any}} props
 */
function Which({ ask, set, kicker }) {
  return html`
    <${Stage} title=${ask.text} kicker=${kicker}>
      <${Choice} label=${t("Hvilken?")} options=${ask.options?.node ?? []} value=${undefined} quiet
        onChange=${(/** @type {string} */ node) => set({ node })} />
    </${Stage}>
  `;
}

/** @param {{value: any, text: string}[]} cards @param {string} card */
function fromCard(cards, card) {
  const found = cards.find((one) => one.value === card);
  return found ? { card, indicator: found.text } : { card: undefined };
}

/** The first thing that is still missing, in words. @param {Record<string, any>} draft */
function missing(draft) {
  if (!draft.indicator) return t("indikator");
  if (!draft.unit) return t("enhed");
  if (!draft.direction) return t("hvilken vej tallet skal");
  if (draft.is_known === undefined) return t("nulpunkt");
  if (draft.is_known && parseNumber(draft.baseline ?? "", { negative: true }) === null)
    return t("tallet i dag");
  if (draft.is_known === false && !draft.baseline_plan) return t("dato for nulpunktet");
  if (parseNumber(draft.target ?? "", { negative: true }) === null) return t("måltal");
  return t("dato for måltallet");
}
