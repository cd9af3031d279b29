// @ts-check
/** Tabs after the ARIA pattern: arrow keys move, one panel is shown, and its tools stand beside the tabs. */
import { html, useRef } from "../lib/vendor.js";

/** @typedef {{id: string, text: string, count?: number, isQuiet?: boolean, panel: () => any, tools?: () => any}} Tab */

/** @param {{tabs: Tab[], selected: string, onSelect: (id: string) => void}} props */
export function Tabs({ tabs, selected, onSelect }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const at = tabs.findIndex((tab) => tab.id === selected);
  const move = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    /** @type {HTMLElement | null | undefined} */ (list.current?.querySelector(`#tab-${next.id}`))?.focus();
  };
  return html`<div class="tab-row"><div class="tabs" role="tablist" ref=${list} onKeyDown=${move}>
      ${tabs.map((tab) => html`<button key=${tab.id} type="button" role="tab" id=${`tab-${tab.id}`} class="tab" aria-selected=${tab.id === selected}
        aria-controls="tab-panel" tabIndex=${tab.id === selected ? 0 : -1} onClick=${() => onSelect(tab.id)}>
        ${tab.text}${tab.count ? html` <span class=${tab.isQuiet ? "tab-count is-quiet" : "tab-count"}>${tab.count}</span>` : null}</button>`)}
    </div>${tabs[at]?.tools?.()}</div>
    <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby=${`tab-${selected}`}>${tabs[at]?.panel()}</div>`;
}
