// @ts-check
/** Round 5: every estimate as a strip of dots without names, with its median and its middle half. */
import { t, tn } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { stripOf } from "./board-strip.js";
import { Turning } from "./board-turning.js";
import { softened } from "./map-break.js";
import { mapOf } from "./map-model.js";
import { amountWords, unitWords } from "./map-amounts.js";

/** @typedef {import("./map-model.js").Estimate} Estimate */
/** @typedef {import("./map-model.js").MapNode} MapNode */

/** @param {{room: import("./map-model.js").Room}} props */
export function Estimates({ room }) {
  const map = mapOf(room.store);
  const known = [...map.estimates.values()].filter((one) => map.nodes.has(one.node));
  const sorted = known.sort((a, b) => Number(b.contested) - Number(a.contested));
  return html`<section class="strips">
    <${Turning} items=${sorted} entry=${(/** @type {Estimate} */ one) => html`<${Strip} key=${one.node} estimate=${one} node=${map.nodes.get(one.node)}
      unit=${one.unit ?? map.measures.get(one.node)?.unit ?? ""} />`} />
  </section>`;
}

/** @param {{estimate: Estimate, node: MapNode, unit: string}} props */
function Strip({ estimate, node, unit }) {
  const tone = `tone-${node.perspective ?? node.type}`;
  return html`<article class=${`strip ${tone}${estimate.contested ? " is-contested" : ""}`}>
    <header>
      <b class="strip-label">${node.label}</b>
      <h2>${softened(node.title)}</h2>
      <p>${tn("Ét skøn", "{n} skøn", estimate.n)}${estimate.contested && html` · <b>${t("Omstridt")}</b>`}</p>
    </header>
    ${estimate.median === null ? html`<p class="strip-few">${t("For få skøn til at vise")}</p>` : html`<${Axis} estimate=${estimate} unit=${unit} />`}
    <p class="strip-median">${estimate.median !== null && html`<b>${estimate.contested ? `${amountWords(estimate.q1)}–${amountWords(estimate.q3)}` : amountWords(estimate.median)}</b> <span>${softened(unitWords(unit))}</span>`}</p>
  </article>`;
}

/** @param {{estimate: Estimate, unit: string}} props */
function Axis({ estimate: { values, median, q1, q3, n }, unit }) {
  const shown = values?.length ? values : /** @type {string[]} */ ([q1, median, q3].filter(Boolean));
  const { dots, highest, place, low, high } = stripOf(shown);
  const [from, to, mid] = [place(q1 ?? low), place(q3 ?? high), place(median ?? low)];
  const words = t("{n} skøn fra {low} til {high} {unit}, halvdelen mellem {q1} og {q3}", {
    n, low: amountWords(low), high: amountWords(high), unit: unitWords(unit), q1: amountWords(q1), q3: amountWords(q3),
  });
  return html`<div class="axis" role="img" aria-label=${words} style=${{ "--step": String(Math.min(23, 62 / Math.max(1, highest))) }}>
    <span class="axis-line"></span>
    <span class="axis-middle" style=${{ left: `${from}%`, width: `${Math.max(0.5, to - from)}%` }}></span>
    <span class="axis-median" style=${{ left: `${mid}%` }}></span>
    ${values?.length ? dots.map((dot, i) => html`<span key=${i} class="axis-dot" style=${{ left: `${dot.at}%`, "--level": String(dot.level), animationDelay: `${i * 70}ms` }}></span>`) : null}
    <span class="axis-end" style=${{ left: `${place(low)}%` }}>${amountWords(low)}</span>
    ${high !== low && html`<span class="axis-end" style=${{ left: `${place(high)}%` }}>${amountWords(high)}</span>`}
  </div>`;
}
