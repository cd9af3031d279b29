// @ts-check
/** Small drawings that always mean the same thing; decorative, so the word stands beside or in a label. */
import { html } from "../lib/vendor.js";

/** @type {Record<string, string>} one path each in a 20 x 20 box */
const SHAPES = {
  citizens: "M10 9.2a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2Zm0 1.6c-3.9 0-7 2-7 4.6V18h14v-2.6c0-2.6-3.1-4.6-7-4.6Z",
  processes: "M13 2.5 17.5 7 13 11.5V8.3H3V5.7h10ZM7 8.5v3.2h10v2.6H7v3.2L2.5 13Z",
  finance: "M10 1.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4ZM6.5 5.5h2v4l3-4h2.4l-3.2 4.1 3.5 4.9h-2.5l-2.4-3.5-.8 1v2.5h-2Z",
  employees: "M6.6 9a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8Zm7 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 16.8v-1.6c0-2.2 2.3-3.9 5.1-3.9s5.1 1.7 5.1 3.9v1.6Zm11.7 0v-1.6c0-1.3-.5-2.5-1.4-3.4.6-.2 1.2-.3 1.8-.3 2.7 0 4.9 1.5 4.9 3.5v1.8Z",
  disbenefit: "M10 2 19 17.5H1Zm-1 5.2v5h2v-5Zm0 6.3v2h2v-2Z",
  enabler: "M10 1.8 17.5 5.5v9L10 18.2 2.5 14.5v-9Zm0 2.2L6 6l4 2 4-2ZM4.5 7.7v5.6l4.5 2.2V9.9Z",
  change: "M10 3a7 7 0 0 1 6.7 5h-2.4A4.8 4.8 0 0 0 6 7.2L8 9.2H2V3.2l2.4 2.4A7 7 0 0 1 10 3Zm8 7.8v6l-2.4-2.4A7 7 0 0 1 3.3 12h2.4A4.8 4.8 0 0 0 14 12.8l-2-2Z",
  goal: "M4 1.8h2v1.4h10.5l-2.6 4 2.6 4H6v7H4Z",
  effect: "M9.2 18.5v-6.3C5.6 12.2 3 9.8 3 6.2 6.6 6.2 9 8.2 9.3 11 9.7 6.8 12.4 4 17 4c0 4.6-2.8 7.4-6.2 7.6v6.9Z",
  role: "M8 1.5h4v2h3A1.5 1.5 0 0 1 16.5 5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V5A1.5 1.5 0 0 1 5 3.5h3Zm2 5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Zm0 5.5c-2.4 0-4.2 1.2-4.2 2.7v.8h8.4v-.8c0-1.5-1.8-2.7-4.2-2.7Z",
  measure: "M1 6h18v8H1Zm3 0v3h1.3V6Zm3.3 0v4.6h1.3V6Zm3.4 0v3H12V6Zm3.3 0v4.6h1.3V6Z",
  blank: "m2.5 17.5 1.2-4.6L12.9 3.7l3.4 3.4-9.2 9.2ZM13.9 2.7l1-1a1.3 1.3 0 0 1 1.9 0l1.5 1.5a1.3 1.3 0 0 1 0 1.9l-1 1Z",
  flag: "M4 1.8h2v1.4h10.5l-2.6 4 2.6 4H6v7H4Z",
  storm: "M11.5 1.5 3.8 11.3h4.4L7 18.5l8.8-10.8h-4.9Z",
  check: "m8 15.4-5-5 1.9-1.9L8 11.6l7.1-7.1L17 6.4Z",
  offline: "M5.6 16.2a4.4 4.4 0 0 1-.7-8.7 5.6 5.6 0 0 1 10.8.6 4.1 4.1 0 0 1-.5 8.1Zm2.6-6.9L10 11.1l1.8-1.8 1.1 1.1-1.8 1.8 1.8 1.8-1.1 1.1L10 13.3l-1.8 1.8-1.1-1.1 1.8-1.8-1.8-1.8Z",
};

/** An icon by name. @param {{name: string}} props */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d=${SHAPES[name] ?? ""} /></svg>`;
}
