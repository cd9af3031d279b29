export {h, Fragment, Component, createContext, createRef, render} from "preact";
export {useCallback, useContext, useEffect, useId, useLayoutEffect, useMemo, useReducer, useRef,
    useState} from "preact/hooks";
export {batch, computed, effect, signal, untracked, useComputed, useSignal, useSignalEffect}
    from "@preact/signals";
import type {VNode} from "preact";
export const html: (strings: TemplateStringsArray, ...values: any[]) => VNode;
