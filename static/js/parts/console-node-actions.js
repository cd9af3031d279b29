// @ts-check
/** What the facilitator may do with one card of the map, as a list of actions. The server judges each. */
import { t } from "../lib/i18n.js";
import { closeUp } from "./console-board.js";
import { roleTitle } from "./map-roles.js";
import { classWords, typeWords } from "./map-words.js";

/** @typedef {import("./map-model.js").MapNode} MapNode */
/** @typedef {import("./map-model.js").BenefitMap} BenefitMap */
/** @typedef {import("./console-form.js").Action} Action */
/** @typedef {import("../lib/store.js").Store} Store */

const TYPES = ["benefit", "disbenefit", "change", "enabler"];
const CLASSES = ["C", "A", "T", "N", "Q"];

/** @param {MapNode} node @param {BenefitMap} map @param {Store} store @returns {Action[]} */
export function actionsOn(node, map, store) {
  const isBenefit = node.type === "benefit";
  return [
    ...(node.ghost ? [naming(node)] : [renaming(node)]),
    ...(node.state === "contested" ? settling(node, store) : []),
    ...(isBenefit ? [classing(node)] : []),
    ...(isBenefit && isMeasured(store) ? [measuring(node, store)] : []),
    { do: "show", text: t("Zoom ind på tavlen"), d: { view: closeUp(store, node.id) }, isFree: true },
    ...(node.type === "goal" ? [] : [merging(node, map), ...(node.ghost ? [] : [retyping(node)]), parking(node), hiding(node), rejecting(node)]),
  ];
}

/** Whether measures are chosen now. @param {Store} store */
function isMeasured(store) {
  const { key, step, wave } = store.slice("round").value ?? {};
  return key === "r5" && step === "open" && !(wave > 1);
}

/** @param {MapNode} node @returns {Action} */
const naming = ({ id }) => ({ do: "name_ghost", text: t("Giv forandringen navn"), d: { node: id }, fields: [{ name: "text", label: t("Hvem gør hvad anderledes?"), max: 80 }] });

/** @param {MapNode} node @returns {Action} */
const renaming = ({ id, title }) => ({ do: "rename", text: t("Omdøb"), d: { node: id }, fields: [{ name: "title", label: t("Ny titel"), value: title, max: 80 }] });

/** @param {MapNode} node @param {Store} store @returns {Action[]} */
const settling = ({ id }, store) => [
  { do: "call_revote", text: t("Stem igen"), d: { nodes: [id] } },
  {
    do: "resolve_contest", text: t("Hvem afgør det?"), d: { node: id },
    fields: [{ name: "seat", label: t("Afgøres af"), options: seatOptions(store) }, { name: "by", label: t("Senest"), type: "date" }],
  },
];

/** @param {MapNode} node @returns {Action} */
const classing = (node) => ({
  do: "set_class", text: t("Ret gevinsttype"), d: { node: node.id },
  fields: [{ name: "class", label: t("Gevinsttype"), value: node.class ?? "N", options: CLASSES.map((code) => ({ value: code, text: `${code} · ${classWords(code)}` })) }],
});

/** @param {MapNode} node @param {Store} store @returns {Action} */
const measuring = ({ id }, store) => ({ do: "assign_measure", text: t("Giv målingen til …"), d: { node: id }, fields: [{ name: "seat", label: t("Hvem vælger måling?"), options: seatOptions(store) }] });

/** @param {MapNode} node @param {BenefitMap} map @returns {Action} */
const merging = (node, map) => ({
  do: "merge", text: t("Slå sammen med …"),
  fields: [{
    name: "other", label: t("Er det samme som"),
    options: [...map.nodes.values()].filter((one) => one.type === node.type && one.id !== node.id).map((one) => ({ value: one.id, text: `${one.label} ${one.title}` })),
  }],
  make: ({ other }) => ({ nodes: [node.id, other] }),
});

/** @param {MapNode} node @returns {Action} */
const retyping = ({ id, type }) => ({ do: "retype", text: t("Det er noget andet"), d: { node: id }, fields: [{ name: "type", label: t("Kortet er en"), options: TYPES.filter((one) => one !== type).map((one) => ({ value: one, text: typeWords(one) })) }] });

/** @param {MapNode} node @returns {Action} */
const parking = ({ id, state }) => (state === "parked" ? { do: "unpark", text: t("Hent tilbage"), d: { node: id } } : { do: "park", text: t("Parkér"), d: { node: id } });

/** @param {MapNode} node @returns {Action} */
const hiding = ({ id }) => ({ do: "reject", text: t("Skjul overalt"), d: { node: id, text: t("Skjult af spilstyreren") }, tone: "danger", isFree: true });

/** Where the room should know why. @param {MapNode} node @returns {Action} */
const rejecting = ({ id }) => ({ do: "reject", text: t("Skjul med en grund"), d: { node: id }, isFree: true, fields: [{ name: "text", label: t("Hvorfor?"), max: 140 }] });

/** The people who can be asked. @param {Store} store @returns {{value: string, text: string}[]} */
export function seatOptions(store) {
  return (store.slice("roster").value ?? [])
    .filter((/** @type {{absent?: boolean}} */ one) => !one.absent)
    .map((/** @type {{seat: string, name: string, role: string}} */ one) => ({ value: one.seat, text: [one.name, roleTitle(store, one.role)].filter(Boolean).join(", ") }));
}
