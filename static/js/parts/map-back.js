// @ts-check
/** The back of a card: colour, weave and mark of its family, and nothing of what is on the face. */
import { html } from "../lib/vendor.js";

/** @typedef {"effect" | "role" | "change" | "measure" | "challenge" | "blank"} Family */

/** @param {{family?: Family}} props */
export function CardBack({ family = "effect" }) {
  return html`<span class="card-back" data-family=${family} aria-hidden="true"></span>`;
}
