// @ts-check
/** Amounts as people read them: the figure, its unit, and kroner on the side where the reader's language has them. */
import { numberWords } from "../lib/format.js";
import { t } from "../lib/i18n.js";

/** What kroner are counted per, said in any usual way, as `game/money.py` reads it. */
const PER = "(?:\\s*(?:/|pr\\.|pr\\s|per\\s)\\s*(.+)|\\s("
  + "(?:om|i) (?:året|måneden|ugen|dagen)|(?:år|måned|ugent|dag)ligt?|(?:a|each|every) (?:year|month|week|day)"
  + "|yearly|annually|monthly|weekly|daily))?$";
/** Kroner, in either language, in millions or not. Other scales stand as written. */
const MONEY = new RegExp(`^(mio\\.?|mill?\\.?|million(?:er)?|m\\.?)?\\s*(?:kroner|kr\\.?|dkk)${PER}`, "i");
/** Kroner in any scale, as `game/money.py` reads them. */
const KRONER = new RegExp(
  "^(?:mia\\.?|milliard(?:er)?|mio\\.?|mill?\\.?|million(?:er)?|m\\.?|t\\.?|tusinde?|1\\.?000)?\\s*(?:kroner|kr\\.?|dkk)"
  + `(?:\\s*(?:bn|m|million|k))?${PER}`, "i");
const YEARLY = /^(år|yr|year|annum|om året|årligt?|(a|each|every) year|yearly|annually)$/i;

/**
 * An amount with its unit; a scale like 1–5 in brackets. Kroner stand on the side of the figure that the reader's language has them on, and
 * large round sums read better as millions.
 * @param {string | null | undefined} value @param {string} [unit]
 */
export function amountWords(value, unit = "") {
  const money = MONEY.exec(unit.trim());
  if (!money || !value) return [numberWords(value), /^\d/.test(unit) ? `(${unit})` : unit].filter(Boolean).join(" ");
  const n = besideWords(value, value, unit);
  return (money[1] || isInMillions(value, unit) ? t("{n} mio. kr", { n }) : t("{n} kr", { n })) + perWords(money);
}

/**
 * Whether a measure's figures may stand on the map: kroner only where the rules let them (X8, X10, X16). What is counted
 * per something else than a year is a price, and no sum.
 * @param {{unit?: string, kroner?: boolean}} measure
 */
export function mayShow({ unit = "", kroner }) {
  const [, what, often] = KRONER.exec(unit.trim()) ?? [null, "nothing"];
  return kroner === true || !YEARLY.test(what ?? often ?? "year");
}

/**
 * A figure beside an amount of the same unit, without the unit and in the scale in which that amount is told.
 * @param {string | null | undefined} value @param {string | null | undefined} amount @param {string} [unit]
 */
export const besideWords = (value, amount, unit = "") =>
  numberWords(value && isInMillions(amount, unit) ? String(Number(value) / 1e6) : value);

/** @param {string | null | undefined} amount @param {string} unit */
function isInMillions(amount, unit) {
  const money = MONEY.exec(unit.trim());
  return money !== null && !money[1] && /^-?\d{6,}(\.0+)?$/.test(amount ?? "");
}

/** A unit that stands by itself: kroner by their word in the reader's language. @param {string} unit */
export function unitWords(unit) {
  const money = MONEY.exec(unit.trim());
  return money ? (money[1] ? t("mio. kr") : t("kr")) + perWords(money) : unit;
}

/** What kroner are counted per, or how often. @param {RegExpExecArray} money */
const perWords = ([, , what, often]) =>
  YEARLY.test(what ?? often ?? "") ? `/${t("år")}` : what ? `/${what}` : often ? ` ${often}` : "";
