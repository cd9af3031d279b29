// @ts-check
/** The words of the map: lanes, rows, states and figures, in the reader's language. */
import { language, t } from "../lib/i18n.js";
import { amountWords, besideWords, mayShow } from "./map-amounts.js";

/** @typedef {import("./map-model.js").MapNode} MapNode */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */

/** The heading of a lane. @param {string} lane */
export function laneWords(lane) {
  if (lane === "enabler") return t("Leverancer");
  if (lane === "change") return t("Forandringer");
  if (lane === "benefit") return t("Gevinster");
  return t("Formål|flere");
}

/** The word of a perspective, or of the row of dis-benefits. @param {string} row */
export function rowWords(row) {
  if (row === "citizens") return t("Borgere");
  if (row === "processes") return t("Processer");
  if (row === "finance") return t("Økonomi");
  if (row === "employees") return t("Medarbejdere");
  return t("Ulemper");
}

/** What kind of card this is. @param {string} type */
export function typeWords(type) {
  if (type === "enabler") return t("Leverance");
  if (type === "change") return t("Forandring");
  if (type === "benefit") return t("Gevinst");
  if (type === "disbenefit") return t("Ulempe");
  return t("Formål");
}

/** A benefit's class. @param {string} code */
export function classWords(code) {
  if (code === "C") return t("Budget falder");
  if (code === "A") return t("Undgået udgift");
  if (code === "T") return t("Frigjort tid");
  if (code === "N") return t("Målt i tal");
  return t("Målt i trin");
}

/** The state of a node in one word. @param {MapNode} node */
export function stateWords(node) {
  if (node.ghost) return t("Mangler navn");
  if (node.state === "contested") return t("Omstridt");
  if (node.state === "parked") return t("Parkeret");
  if (node.state === "rejected") return t("Skjult");
  if (node.state === "supported") return t("Støttet");
  if (node.state === "proposed") return t("Foreslået");
  return t("Med på kortet");
}

/** How a node's owner stands. @param {string | undefined} state */
export function ownerWords(state) {
  if (state === "accepted") return t("har sagt ja");
  if (state === "nominated") return t("foreslået, har ikke svaret");
  if (state === "absent") return t("ikke til stede");
  if (state === "declined") return t("har sagt nej");
  return t("ingen ejer");
}

/** A short day: `1. dec` or `1 Dec`, with its year for a promise. @param {string | null | undefined} iso @param {boolean} [hasYear] */
export function dayWords(iso, hasYear = false) {
  const parsed = new Date(`${iso}T12:00:00Z`);
  if (!iso || Number.isNaN(parsed.getTime())) return iso ?? "";
  return calendar(language() === "da" ? "da-DK" : "en-GB", hasYear).format(parsed).replace(/(?<=\p{L})\./u, "");
}

/** @type {Map<string, Intl.DateTimeFormat>} one of each kind: to make one takes longer than to draw a card */
const calendars = new Map();

/** What writes days. @param {string} locale @param {boolean} hasYear */
function calendar(locale, hasYear) {
  const key = `${locale} ${hasYear}`;
  const made = calendars.get(key) ?? new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC", year: hasYear ? "numeric" : undefined });
  calendars.set(key, made);
  return made;
}

/**
 * The figure in the corner of a card: from -> to for what is measured, the day for what is promised.
 * @param {MapNode} node @param {BenefitMap} map @param {boolean} counting whether measures are on the table yet
 */
export function figureWords(node, map, counting) {
  const measure = map.measures.get(node.id);
  if (measure?.target) return mayShow(measure) ? changeWords(measure) : "";
  if (node.type === "enabler") return dayWords(node.by);
  if (node.type === "goal") return node.low ? t("uenighed") : t("bekræftet");
  if (counting && node.type === "benefit") return t("ingen måling");
  const owner = map.owners.get(node.id);
  return owner?.state === "accepted" ? dayWords(owner.by) : "";
}

/** From where to where. @param {import("./map-model.js").Measure} measure */
export function changeWords({ baseline, target, unit = "" }) {
  const to = amountWords(target, unit);
  if (baseline && Number(baseline) === 0) return to;
  return `${besideWords(baseline, target, unit) || "?"} → ${to}`;
}

/** Two letters for a badge: the initials of a name, or the beginning of a single word. @param {string | null | undefined} name */
export function initials(name) {
  const words = (name ?? "").replace(/\(.*\)/, "").match(/\p{L}+/gu) ?? [];
  const [first = "?", ...rest] = words;
  const last = rest.at(-1);
  return last ? `${first[0]}${last[0]}`.toUpperCase() : first.slice(0, 2);
}

/** The verdict in a sentence. @param {string | undefined} verdict */
export function verdictWords(verdict) {
  if (verdict === "ready") return t("Kortet er klar");
  if (verdict === "conditional") return t("Kortet er betinget klar");
  return verdict ? t("Kortet er en kladde") : "";
}

/** A meter's colour follows the thresholds of the verdict; the figure itself stands beside it. @param {number} value */
export const meterTone = (value) => (value >= 70 ? "is-good" : "is-fair");
