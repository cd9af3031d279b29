// @ts-check
/** What the arguments of commands are called. */
import { t } from "../lib/i18n.js";

/** What an argument is called, in this command. @param {string} name @param {string} [verb] */
export function argWords(name, verb) {
  if (verb === "name_disbenefit" && name === "node") return t("Hvilken forandring gør det?");
  /** @type {Record<string, string>} */
  const words = {
    fist: t("Hvor enig er du?"),
    belief: t("Tror du på den?"),
    importance: t("Er den vigtig?"),
    yes: t("Dit svar"),
    countable: t("Kan det tælles?"),
    enough: t("Er svaret godt nok?"),
    signed: t("Med mit navn på"),
    by: t("Senest"),
    date: t("Dato"),
    target_date: t("Nået senest"),
    baseline_plan: t("Nulpunktet findes senest"),
    baseline_date: t("Målt den"),
    baseline: t("Nulpunkt i dag"),
    target: t("Måltal"),
    value: t("Tal"),
    base: t("Hele beløbet i dag"),
    case_value: t("Tallet i business casen"),
    text: t("Med dine ord"),
    calculation: t("Sådan er det regnet ud"),
    conversion: t("Det bruges timerne til"),
    reason: t("Begrundelse"),
    perspective: t("For hvem?"),
    direction: t("Hvilken vej?"),
    kind: t("Hvordan?"),
    card: t("Vælg et kort"),
    node: t("Hvilken?"),
    action: t("Vælg en handling"),
    nodes: t("Hvilke?"),
    from: t("Fra"),
    to: t("Til"),
    goal: t("Hvilket formål?"),
    role: t("Hvilken rolle?"),
    seat: t("Hvem?"),
    target_node: t("Hvor?"),
    indicator: t("Det tæller vi"),
    unit: t("Enhed"),
    population: t("For hvor mange?"),
    budget_line: t("Budgetkonto"),
    budget_year: t("Budgetår"),
    source: t("Kilde"),
    language: t("Sprog"),
  };
  return words[name] ?? name;
}
