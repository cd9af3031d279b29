// @ts-check
/** The fields by which a helper answers for a person without a phone, and what is sent of them. */
import { parseNumber } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { readCard } from "./console-card-number.js";
import { argWords } from "./phone-arg-words.js";

/** @typedef {import("./console-form.js").Field} Field */
/** @typedef {import("./console-form.js").Option} Option */
/** @typedef {{ask: string, do: string, d: Record<string, unknown>, needs: string[], options?: Record<string, {value: unknown, text: string}[]>, text: string, optional?: boolean}} Ask */

const UNKNOWN = "unknown";
const VOTES = ["belief", "importance"];
const YES = ["yes", "countable", "enough"];
const DAYS = ["by", "target_date", "baseline_date", "baseline_plan"];
const FIGURES = ["value", "baseline", "target", "base"];
const LONG = ["text", "calculation", "conversion"];
/** What may be said of a measure beside what has to be, by the benefit's class. @type {Record<string, string[]>} */
const MORE = { C: ["budget_line", "budget_year", "base", "calculation"], T: ["conversion"] };

/**
 * The fields of a question. `code` is the class of the benefit it is about.
 * @param {Ask} ask @param {string} [code] @returns {Field[]}
 */
export function fieldsOf(ask, code) {
  const needed = ask.needs.map((name) => fieldOf(ask, name));
  if (ask.do === "propose_change") return [{ name: "card", label: t("Kortets nummer, C-1 til C-12"), isOptional: true, max: 12 }, { ...fieldOf(ask, "text"), isOptional: true }];
  if (ask.do === "confirm_goal") return [...needed, { name: "text", label: t("Bedre ord, hvis personen har dem"), isOptional: true, max: 120 }];
  if (ask.do !== "choose_measure") return needed;
  const start = ["baseline", "baseline_date", "baseline_plan"].filter((name) => !ask.needs.includes(name));
  return [...needed, ...[...start, ...(MORE[code ?? ""] ?? [])].map((name) => ({ ...fieldOf(ask, name), isOptional: true }))];
}

/** @param {Ask} ask @param {string} name @returns {Field} */
function fieldOf(ask, name) {
  const label = argWords(name, ask.do);
  const options = ask.options?.[name];
  if (options?.length) return { name, label, options: options.map((one) => ({ value: String(one.value), text: one.text })) };
  if (name === "fist") return { name, label, isBlank: true, options: scale() };
  if (VOTES.includes(name)) return { name, label, isBlank: true, options: [...scale(), { value: UNKNOWN, text: t("Ved ikke") }] };
  if (name === "value" && ask.do === "estimate") return { name, label: t("Tal, eller tomt for »ved ikke«"), isOptional: true };
  if (YES.includes(name)) return { name, label, isBlank: true, options: [{ value: "true", text: t("Ja") }, { value: "false", text: t("Nej") }] };
  if (name === "perspective") return { name, label, options: perspectives() };
  if (DAYS.includes(name)) return { name, label, type: "date" };
  return { name, label, max: LONG.includes(name) ? 140 : 80 };
}

/** @returns {Option[]} */
const scale = () => [5, 4, 3, 2, 1, 0].map((step) => ({ value: String(step), text: String(step) }));

/** @returns {Option[]} */
export function perspectives() {
  return [
    { value: "citizens", text: t("Borgere") },
    { value: "processes", text: t("Processer") },
    { value: "finance", text: t("Økonomi") },
    { value: "employees", text: t("Medarbejdere") },
  ];
}

/**
 * What the person answers, as the seat itself would send it.
 * @param {Ask} ask @param {Record<string, string>} values
 */
export function answerOf(ask, values) {
  const said = Object.entries(values).flatMap(([name, value]) => (value === "" ? [] : [[name, given(ask, name, value)]]));
  const d = { ...ask.d, ...Object.fromEntries(said) };
  if (ask.do === "estimate" && !values.value) d.value = null;
  if (d.card && ask.do === "propose_change") {
    d.card = readCard(String(d.card));
    delete d.text;
  }
  return { do: ask.do, d };
}

/** The value behind what was chosen, of the type the wire wants. @param {Ask} ask @param {string} name @param {string} text */
function given(ask, name, text) {
  const option = ask.options?.[name]?.find((one) => String(one.value) === text);
  if (option) return name === "nodes" ? [option.value] : option.value;
  if (VOTES.includes(name) || name === "fist") return text === UNKNOWN ? null : Number(text);
  if (YES.includes(name)) return text === "true";
  return FIGURES.includes(name) ? (parseNumber(text, { negative: true }) ?? text) : text;
}
