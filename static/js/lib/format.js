// @ts-check
/**
 * Numbers between people and the wire. On the wire a value is a decimal string; it never passes
 * through a float, so what was typed is what is stored.
 */
import { language } from "./i18n.js";

const WIRE = /^\d{1,15}(\.\d{1,4})?$/;

/**
 * The wire's decimal string for what a person typed, or null when it is not a number.
 * Danish `1.500,25` and English `1,500.25`; a lone separator followed by three digits groups
 * thousands only if it is the language's own.
 * @param {string} typed
 * @param {{negative?: boolean}} [options] measures may be negative, estimates never
 * @returns {string | null}
 */
export function parseNumber(typed, { negative = false } = {}) {
  const [group, point] = language() === "da" ? [".", ","] : [",", "."];
  let text = typed.replace(/[\s\u00a0']/g, "").replace("−", "-");
  const minus = text.startsWith("-");
  if (minus) text = text.slice(1);
  const [whole = "", fraction, ...rest] = text.split(point);
  if (rest.length > 0 || (fraction !== undefined && fraction.includes(group))) return null;
  const groups = whole.split(group);
  const grouped = isGrouped(groups);
  if (!grouped && (groups.length > 2 || fraction !== undefined)) return null;
  const plain = grouped ? groups.join("") : groups.join(".");
  const trimmed = plain.replace(/^0+(?=\d)/, "");
  const value = fraction ? `${trimmed || "0"}.${fraction}` : trimmed;
  if (!WIRE.test(value) || (minus && !negative)) return null;
  return minus ? `-${value}` : value;
}

/**
 * True when the parts between separators can be thousands: `0.750` and `1.5` cannot.
 * @param {string[]} groups
 */
function isGrouped([first = "", ...rest]) {
  const isLead = rest.length === 0 || (first.length <= 3 && first !== "0" && first !== "");
  return isLead && rest.every((part) => part.length === 3);
}

/**
 * A wire value as people write it: `1500.25` becomes `1.500,25` in Danish.
 * @param {string | number | null | undefined} value
 * @returns {string}
 */
export function numberWords(value) {
  if (value === null || value === undefined) return "";
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [group, point] = language() === "da" ? [".", ","] : [",", "."];
  const [, minus, whole = "", fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${minus ? "−" : ""}${grouped}${fraction ? point + fraction : ""}`;
}

/** The sign between whole and fraction in the reader's language. */
export function decimalSign() {
  return language() === "da" ? "," : ".";
}

/**
 * How many characters a person would count, for limits such as 60 on a blank card.
 * @param {string} text
 */
export function characters(text) {
  return [...text.normalize("NFC")].length;
}
