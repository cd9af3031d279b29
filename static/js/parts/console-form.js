// @ts-check
/**
 * One thing the facilitator may do: a button, or a button that opens a few fields. The button says what
 * happens; the server says whether it may.
 */
import { t } from "../lib/i18n.js";
import { html, useEffect, useId, useRef, useState } from "../lib/vendor.js";

/** @typedef {import("./map-model.js").Room} Room */
/** @typedef {{value: string, text: string}} Option */
/** @typedef {{name: string, label: string, type?: "text" | "date", options?: Option[], value?: string, max?: number, isOptional?: boolean, isBlank?: boolean}} Field */
/**
 * @typedef {object} Action
 * @property {string} do
 * @property {string} text what the button says
 * @property {Record<string, unknown>} [d]
 * @property {Field[]} [fields] asked for before it is sent
 * @property {string} [sure] a sentence to be confirmed before it is sent
 * @property {string} [yes] what confirms it, where the button's own words do not
 * @property {(values: Record<string, string>) => Record<string, unknown>} [make] arguments from the fields
 * @property {string} [tone] `danger` for what takes something away
 * @property {boolean} [isFree] not bound to the round that is played
 */

/** Sends an action with what its fields hold. @param {Room} room @param {Action} action @param {Record<string, string>} values */
function perform(room, action, values) {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const d = { ...action.d, ...(action.make ? action.make(values) : filled) };
  return action.isFree ? room.wire.send(action.do, d, null) : room.wire.send(action.do, d);
}

/** Whether the game takes this command now, as far as is known before it is sent. @param {Room} room @param {string} command */
export function mayDo({ store }, command) {
  const allowed = store.slice("allowed").value;
  return !allowed || allowed.includes(command);
}

/** @param {{room: Room, action: Action, onDone?: () => void}} props */
export function ActionButton(props) {
  return mayDo(props.room, props.action.do) ? html`<${Offered} ...${props} />` : null;
}

/** @param {{room: Room, action: Action, onDone?: () => void}} props */
function Offered({ room, action, onDone }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef(/** @type {HTMLElement | null} */ (null));
  const asks = Boolean(action.fields?.length || action.sure);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const press = () => {
    if (asks) return setOpen(!isOpen);
    void perform(room, action, {});
    onDone?.();
  };
  return html`<div class=${isOpen ? "action is-open" : "action"}>
    <button type="button" ref=${button} class=${`button ${action.tone ? `is-${action.tone}` : ""}`} aria-expanded=${asks ? isOpen : undefined} onClick=${press}>${action.text}</button>
    ${isOpen && html`<${ActionForm} action=${action} onCancel=${close} onSend=${(/** @type {Record<string, string>} */ values) => {
      void perform(room, action, values);
      close();
      onDone?.();
    }} />`}
  </div>`;
}

/** @param {{action: Action, onSend: (values: Record<string, string>) => void, onCancel: () => void}} props */
function ActionForm({ action, onSend, onCancel }) {
  const fields = action.fields ?? [];
  const [values, setValues] = useState(Object.fromEntries(fields.map((field) => [field.name, firstValue(field)])));
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => {
    const first = form.current?.querySelector("input, select, button");
    if (first instanceof HTMLElement) first.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onSend(values);
  };
  return html`<form class="action-form" ref=${form} onSubmit=${submit} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && onCancel()}>
    ${action.sure && html`<p>${action.sure}</p>`}
    ${fields.map((field) => html`<${FormField} key=${field.name} field=${field} value=${values[field.name]}
      onInput=${(/** @type {string} */ value) => setValues({ ...values, [field.name]: value })} />`)}
    <div class="action-send">
      <button type="submit" class=${`button is-strong ${action.tone ? `is-${action.tone}` : ""}`}>${action.sure ? (action.yes ?? t("Ja, {act}", { act: action.text.toLowerCase() })) : action.text}</button>
      <button type="button" class="button" onClick=${onCancel}>${t("Annuller")}</button>
    </div>
  </form>`;
}

/** @param {Field} field */
const firstValue = (field) => field.value ?? (field.isOptional || field.isBlank ? "" : (field.options?.[0]?.value ?? ""));

/** @param {{field: Field, value: string, onInput: (value: string) => void}} props */
function FormField({ field, value, onInput }) {
  const id = useId();
  const input = (/** @type {{currentTarget: {value: string}}} */ event) => onInput(event.currentTarget.value);
  const options = field.options && [...(field.isOptional ? [{ value: "", text: "–" }] : field.isBlank ? [{ value: "", text: t("Vælg …") }] : []), ...field.options];
  return html`<div class="field">
    <label for=${id}>${field.label}</label>
    ${options
      ? html`<select id=${id} value=${value} required=${field.isBlank} onChange=${input}>${options.map((one) => html`<option key=${one.value} value=${one.value}>${one.text}</option>`)}</select>`
      : html`<input id=${id} type=${field.type ?? "text"} value=${value} maxlength=${field.max} required=${!field.isOptional} autocomplete="off" onInput=${input} />`}
  </div>`;
}
