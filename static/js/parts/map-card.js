// @ts-check
/** One card of the map. Its state is in its shape as well as its colour: see css/map.css. */
import { t } from "../lib/i18n.js";
import { html } from "../lib/vendor.js";
import { softened, widthOf } from "./map-break.js";
import { Icon } from "./map-icons.js";
import { useTurn } from "./map-turn.js";
import { wantsOwner, worst } from "./map-model.js";
import { amountWords } from "./map-amounts.js";
import { changeWords, dayWords, figureWords, initials, ownerWords, rowWords, stateWords, typeWords } from "./map-words.js";

/** @typedef {import("./map-model.js").MapNode} MapNode */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */

/**
 * @typedef {object} CardProps
 * @property {MapNode} node
 * @property {import("./map-geometry.js").Box} box
 * @property {number} scale pixels per layout unit
 * @property {BenefitMap} map
 * @property {{owners: boolean, counting: boolean}} phase what is on the table by now
 * @property {boolean} [selected]
 * @property {boolean} [isOff] it reaches beyond what is shown, so it is drawn without its words
 * @property {boolean} [isInTurn] its words wait for their turn, as many cards are drawn while things move
 * @property {(id: string) => void} [onPick] makes the card a button
 */

/** A card at its place. @param {CardProps} props */
export function MapCard(props) {
  const { node, box, scale, isOff, selected } = props;
  const [x, y, w, h] = box.map((value) => value * scale);
  const states = [`is-${node.state}`, node.ghost && "is-ghost", selected && "is-selected"];
  const look = ["map-card", `tone-${toneOf(node)}`, ...states.filter(Boolean)].join(" ");
  return html`<li class=${isOff ? "map-place is-off" : "map-place"} data-node=${node.id} style=${{ translate: `${x}px ${y}px`, width: `${w}px`, height: `${h}px` }}>
    ${isOff ? html`<div class=${look}></div>` : html`<${Face} ...${props} look=${look} />`}
  </li>`;
}

/** @param {MapNode} node */
const toneOf = (node) => (node.type === "benefit" ? (node.perspective ?? "benefit") : node.type);

/** All that a card says, once it is its turn. @param {CardProps & {look: string}} props */
function Face({ node, map, phase, selected, isInTurn, onPick, look }) {
  const isWritten = useTurn(Boolean(isInTurn));
  const tag = onPick ? "button" : "div";
  if (!isWritten) return html`<${tag} class=${look}><//>`;
  const figure = shortFigure(node, map, phase.counting);
  return html`<${tag} class=${look}
      ...${onPick ? { type: "button", "aria-pressed": Boolean(selected), onClick: () => onPick(node.id) } : {}}>
      <span class="map-card-head">
        <b>${node.label}</b>
        <span class="visually-hidden">${kindWords(node)}</span>
        <${Icon} name=${toneOf(node)} />
        <span class=${figure === t("ingen måling") ? "map-figure is-missing" : "map-figure"}>${figure}</span>
      </span>
      <span class="map-title">${softened(node.title) || t("Hvem skal gøre hvad anderledes?")}</span>
      <span class="visually-hidden">${stateWords(node)}</span>
    <//>
    <${Marks} node=${node} findings=${map.findings.get(node.id) ?? []} challenges=${map.challenges.get(node.id)} />
    ${phase.owners && html`<${Owner} node=${node} owner=${map.owners.get(node.id)} />`}`;
}

/**
 * The figure that a card has room for beside its label: whole, with less of its unit, or only where it is to end, or none at all.
 * @param {MapNode} node @param {BenefitMap} map @param {boolean} counting
 */
export function shortFigure(node, map, counting) {
  const whole = figureWords(node, map, counting);
  if (!whole) return "";
  const measure = map.measures.get(node.id);
  const unit = measure?.unit ?? "";
  const goal = amountWords(measure?.target, unit);
  const less = shortUnits(unit);
  const from = measure?.target ? less.map((short) => changeWords({ ...measure, unit: short })) : [];
  const to = measure?.target ? [...from, `→ ${goal}`, goal, ...less.map((short) => amountWords(measure.target, short)), `→ ${amountWords(measure.target)}`] : [];
  const room = FIGURE_ROOM - widthOf(node.label);
  return [whole, ...to].find((words) => widthOf(words) <= room) ?? "";
}

/**
 * Less and less of a unit: without what it is counted per, its first word, and nothing. Kroner stay, for they give the scale.
 * @param {string} unit
 */
function shortUnits(unit) {
  const what = unit.split(/\s*\/|\s+(?:pr\.|per)\s/)[0] ?? "";
  const isMoney = /(^|\s)(kr\.?|dkk)$/i.test(what);
  return isMoney ? [what] : [what, what.split(" ")[0] ?? "", ""];
}

/** A card's width less its band, its icon and the air between, in hundredths of its letters' size. */
const FIGURE_ROOM = 800;

/** @param {MapNode} node */
const kindWords = (node) => (node.type === "benefit" ? rowWords(node.perspective ?? "") : typeWords(node.type));

/**
 * What hangs on the card's lower edge: a red finding with its rule, an amber one, open headwind, a goal's standing.
 * @param {{node: MapNode, findings: import("./map-model.js").Finding[], challenges?: import("./map-model.js").Challenge[]}} props
 */
function Marks({ node, findings, challenges = [] }) {
  const red = findings.find((finding) => finding.level === "red");
  const amber = findings.find((finding) => finding.level !== "red");
  const isOpen = challenges.some((one) => one.state === "open" || one.state === "not_enough" || one.state === "action");
  return html`<span class="map-marks">
    ${red && html`<span class="map-flag" title=${red.text}><${Icon} name="flag" />${red.rule === "contested" ? t("Omstridt") : red.rule}<span class="visually-hidden">: ${red.text}</span></span>`}
    ${!red && worst(findings) === "amber" && html`<span class="map-flag is-amber" title=${amber?.text}><${Icon} name="flag" />${amber?.rule}<span class="visually-hidden">: ${amber?.text}</span></span>`}
    ${isOpen && html`<span class="map-storm"><${Icon} name="storm" /><span class="visually-hidden">${t("Modvind uden svar")}</span></span>`}
    ${node.state === "contested" && !findings.length && html`<span class="map-tag">${t("Omstridt")}</span>`}
  </span>`;
}

/**
 * The badge on the corner: who harvests it, or an open ring where nobody does.
 * @param {{node: MapNode, owner?: import("./map-model.js").Assignment}} props
 */
function Owner({ node, owner }) {
  if (!wantsOwner(node)) return null;
  if (node.type === "goal" && !owner) return null;
  const state = owner && owner.state !== "declined" ? owner.state : "none";
  const who = owner?.name || owner?.role_title || owner?.role || "";
  const words = state === "none" ? t("Ingen ejer") : `${who}: ${ownerWords(owner?.state)} ${dayWords(owner?.by)}`;
  return html`<span class=${`map-owner is-${state}`} title=${words}>
    <span aria-hidden="true">${state === "none" ? "" : initials(who)}</span>
    <span class="visually-hidden">${words}</span>
  </span>`;
}
