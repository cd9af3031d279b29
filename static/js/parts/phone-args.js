// @ts-check
/** How each argument of a command is asked for, so that any question can be answered. */
import { html } from "../lib/vendor.js";
import { parseNumber } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { argWords } from "./phone-arg-words.js";
import { Choice, Day, Figure, Line, Scale, Words } from "./phone-fields.js";

/** @typedef {import("./phone-tasks.js").Option} Option */
/**
 * @typedef {"scale" | "vote" | "yes" | "day" | "past" | "figure" | "text" | "line" | "choice" | "many"} Shape
 */

const SCALES = new Set(["fist"]);
const VOTES = new Set(["belief", "importance"]);
const YES = new Set(["yes", "countable", "enough", "signed"]);
const DAYS = new Set(["by", "target_date", "baseline_plan"]);
const PAST = new Set(["baseline_date", "date"]);
const FIGURES = new Set(["value", "baseline", "target", "base", "case_value"]);
const TEXTS = new Set(["text", "calculation", "conversion", "reason"]);

/** @param {string} name @param {Option[] | undefined} options @returns {Shape} */
export function shapeOf(name, options) {
  if (name === "nodes") return "many";
  if (options && options.length > 0) return "choice";
  if (SCALES.has(name)) return "scale";
  if (VOTES.has(name)) return "vote";
  if (YES.has(name)) return "yes";
  if (DAYS.has(name)) return "day";
  if (PAST.has(name)) return "past";
  if (FIGURES.has(name)) return "figure";
  if (TEXTS.has(name)) return "text";
  if (name === "perspective" || name === "direction" || name === "kind") return "choice";
  return "line";
}

/** Choices that are the same in every game. @param {string} name @returns {Option[]} */
function fixed(name) {
  if (name === "perspective") return perspectives();
  if (name === "direction")
    return [
      { value: "up", text: t("Op") },
      { value: "down", text: t("Ned") },
    ];
  if (name === "kind") {
    return [
      { value: "leads_to", text: t("fører til") },
      { value: "mitigates", text: t("afbøder") },
    ];
  }
  return [];
}

/** Whom or what an effect is for. */
export function perspectives() {
  return [
    { value: "citizens", text: t("Borgere") },
    { value: "processes", text: t("Processer") },
    { value: "finance", text: t("Økonomi") },
    { value: "employees", text: t("Medarbejdere") },
  ];
}

/** How many characters a text may have, by the command it goes with. @param {string} verb */
export function maxOf(verb) {
  if (verb === "play_card") return 60;
  if (verb === "confirm_goal") return 120;
  return /^(propose_change|name_disbenefit|choose_measure)$/.test(verb) ? 80 : 140;
}

/**
 * The field of one argument.
 * @param {{name: string, verb: string, options?: Option[], value: any, now: number, onChange: (value: any) => void}} props
 */
export function Arg({ name, verb, options, value, now, onChange }) {
  const label = argWords(name, verb);
  switch (shapeOf(name, options)) {
    case "scale":
      return html`<${Scale} label=${label} low=${t("Slet ikke")} high=${t("Helt")} value=${value}
        onChange=${onChange} />`;
    case "vote":
      return html`<${Scale} label=${label} low=${t("Nej")} high=${t("Ja")} value=${value}
        onChange=${onChange} unknown />`;
    case "yes":
      return html`<${Choice} label=${label} value=${value} onChange=${onChange}
        options=${[
          { value: true, text: t("Ja") },
          { value: false, text: t("Nej") },
        ]} />`;
    case "day":
      return html`<${Day} label=${label} value=${value} now=${now} onChange=${onChange} />`;
    case "past":
      return html`<${Day} label=${label} value=${value} now=${now} onChange=${onChange} past />`;
    case "figure":
      return html`<${Figure} label=${label} value=${value} onChange=${onChange}
        negative=${verb !== "estimate"} />`;
    case "text":
      return html`<${Words} label=${label} value=${value} onChange=${onChange}
        max=${maxOf(verb)} />`;
    case "many":
      return html`<${Choice} label=${label} options=${options ?? []} value=${value}
        onChange=${onChange} many />`;
    case "choice":
      return html`<${Choice} label=${label} options=${options?.length ? options : fixed(name)}
        value=${value} onChange=${onChange} />`;
    default:
      return html`<${Line} label=${label} value=${value} onChange=${onChange} />`;
  }
}

/**
 * What is sent for what was chosen: numbers as the wire wants them; undefined when it is not ready.
 * @param {string} name @param {any} value @param {Option[]} [options]
 */
export function wireValue(name, value, options) {
  if (shapeOf(name, options) === "figure")
    return parseNumber(value ?? "", { negative: true }) ?? undefined;
  if (typeof value === "string") return value.trim() || undefined;
  return value;
}
