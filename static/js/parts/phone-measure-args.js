// @ts-check
/** What is sent for a measure that was filled in. */
import { numberWords, parseNumber } from "../lib/format.js";

/** @param {string | undefined} typed */
const figure = (typed) => parseNumber(typed ?? "", { negative: true });

/**
 * The arguments of `choose_measure`, or null while something needed is missing: what is counted, in
 * what, which way, from where (or by when we know), to where and by when.
 * @param {Record<string, any>} draft
 * @param {string} [code] the benefit's class
 * @returns {Record<string, string> | null}
 */
export function measureArgs(draft, code) {
  const { indicator, unit, direction, is_known: isKnown, target_date: targetDate } = draft;
  const target = figure(draft.target);
  const baseline = isKnown ? figure(draft.baseline) : null;
  const hasStart = isKnown ? baseline !== null : isKnown === false && draft.baseline_plan;
  if (
    !indicator?.trim() ||
    !unit?.trim() ||
    !direction ||
    !hasStart ||
    target === null ||
    !targetDate
  )
    return null;
  const cash =
    code === "C"
      ? {
          budget_line: draft.budget_line,
          budget_year: draft.budget_year,
          base: figure(draft.base),
          calculation: draft.calculation,
        }
      : {};
  const time = code === "T" ? { conversion: draft.conversion } : {};
  const start = isKnown
    ? { baseline, baseline_date: draft.baseline_date }
    : { baseline_plan: draft.baseline_plan };
  const all = {
    indicator: indicator.trim(),
    unit: unit.trim(),
    direction,
    target,
    target_date: targetDate,
    card: draft.card,
    population: draft.population,
    case_value: figure(draft.case_value),
    ...start,
    ...cash,
    ...time,
  };
  const filled = Object.entries(all).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(filled);
}

/**
 * What is known already: the measure as it stands, or what the card says by itself.
 * @param {import("./phone-app.js").App} app @param {import("./phone-tasks.js").Ask} ask @param {string} node
 * @returns {Record<string, any>} a draft, numbers as people write them
 */
export function suggested(app, ask, node) {
  const kept = app.store.slice(`measure/${node}`).value;
  const first = (/** @type {string} */ name) => ask.options?.[name]?.[0]?.value;
  if (!kept) {
    return {
      card: ask.d.card ?? first("card"),
      indicator: ask.d.indicator ?? first("indicator") ?? ask.options?.card?.[0]?.text,
      unit: ask.d.unit ?? first("unit"),
      direction: ask.d.direction ?? first("direction"),
    };
  }
  const typed = ["baseline", "target", "base", "case_value"].filter((name) => kept[name]);
  const isKnown = kept.baseline ? true : kept.baseline_plan ? false : undefined;
  return {
    ...kept,
    is_known: isKnown,
    ...Object.fromEntries(typed.map((name) => [name, words(kept[name])])),
  };
}

/** @param {string} value */
const words = (value) => numberWords(value).replace("−", "-");
