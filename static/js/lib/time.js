// @ts-check
/**
 * The server's time on a device whose clock may be wrong, and time in words.
 */
import { language, t, tn } from "./i18n.js";

/**
 * A clock that knows how far the device is from the server.
 * @param {() => number} [device] milliseconds on this device
 */
export function createClock(device = Date.now) {
  let offset = 0;
  return {
    /** Milliseconds on the server, as well as we know. */
    now: () => device() + offset,
    /**
     * Takes in a time that the server sent.
     * @param {string} iso the server's time
     * @param {number} [trip] milliseconds from asking to hearing; half of it is the way back
     */
    sync(iso, trip = 0) {
      const server = Date.parse(iso);
      if (!Number.isNaN(server)) offset = server + trip / 2 - device();
    },
  };
}

/**
 * Whole seconds until `ends`, never below 0; null when there is no end.
 * @param {string | null | undefined} ends
 * @param {number} now
 */
export function secondsLeft(ends, now) {
  if (!ends) return null;
  return Math.max(0, Math.ceil((Date.parse(ends) - now) / 1000));
}

/**
 * The remaining time in words. Whole minutes until the last, so that a screen reader
 * is told once a minute and nobody is chased by a running second.
 * @param {number | null} seconds
 * @returns {string}
 */
export function leftWords(seconds) {
  if (seconds === null) return "";
  if (seconds === 0) return t("Tiden er gået");
  if (seconds <= 30) return t("Under et halvt minut endnu");
  if (seconds <= 60) return t("Under et minut endnu");
  return tn("{n} minut endnu", "{n} minutter endnu", Math.round(seconds / 60));
}

/**
 * A time of day as people write it: `10.42` in Danish, `10:42` in English.
 * @param {number} ms
 */
export function clockWords(ms) {
  const time = new Date(ms);
  const hours = String(time.getHours()).padStart(2, "0");
  const minutes = String(time.getMinutes()).padStart(2, "0");
  return `${hours}${language() === "da" ? "." : ":"}${minutes}`;
}

/**
 * A date in words, `1. december 2027` or `1 December 2027`, the day never parted from its month;
 * the text itself if it is no date.
 * @param {string} iso `YYYY-MM-DD`
 * @param {"long" | "short"} [month] the month in full, or as in `1. dec. 2027`
 */
export function dateWords(iso, month = "long") {
  const parsed = new Date(`${iso}T12:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return iso;
  const locale = language() === "da" ? "da-DK" : "en-GB";
  const style = /** @type {const} */ ({ day: "numeric", year: "numeric" });
  const words = new Intl.DateTimeFormat(locale, { ...style, month, timeZone: "UTC" }).format(parsed);
  return words.replace(" ", "\u00a0");
}

/**
 * The first of the month some months ahead, as `YYYY-MM-DD`: a date people can promise.
 * @param {number} months
 * @param {number} now milliseconds
 */
export function firstOfMonth(months, now) {
  const today = new Date(now);
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1));
  return first.toISOString().slice(0, 10);
}

/**
 * Today as `YYYY-MM-DD`.
 * @param {number} now milliseconds
 */
export function today(now) {
  return new Date(now).toISOString().slice(0, 10);
}
