// @ts-check
/**
 * The words of the surface itself. The message id is the Danish sentence; the catalogue of another
 * language comes with the page as JSON. What the game says arrives worded by the server.
 */

/** @typedef {Record<string, string | number>} Params */

/** @type {{language: string, strings: Record<string, string>}} */
const catalogue = { language: "da", strings: {} };

/**
 * Sets the language of the page and its catalogue (Danish needs none).
 * @param {string} language
 * @param {Record<string, string>} [strings]
 */
export function setStrings(language, strings = {}) {
  catalogue.language = language;
  catalogue.strings = strings;
}

/** The language of the page: `da` or `en`. */
export function language() {
  return catalogue.language;
}

/**
 * The sentence in the reader's language, with `{name}` replaced by the parameter of that name. What
 * follows a bar tells apart what Danish says with one word and others with two; it is not shown.
 * @param {string} message the Danish sentence
 * @param {Params} [params]
 * @returns {string}
 */
export function t(message, params = {}) {
  const sentence = catalogue.strings[message] || message.replace(/\|.*$/, "");
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}

/**
 * The sentence for one or for several; both may use `{n}`.
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Params} [params]
 * @returns {string}
 */
export function tn(one, many, n, params = {}) {
  return t(n === 1 ? one : many, { n, ...params });
}
