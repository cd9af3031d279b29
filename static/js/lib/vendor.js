// @ts-check
// The one place that knows where the vendored module lies, and in which version; browsers get that
// module in this one's place (`app/assets.py`).

export {
  Component,
  Fragment,
  batch,
  computed,
  createContext,
  createRef,
  effect,
  h,
  html,
  render,
  signal,
  untracked,
  useCallback,
  useComputed,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useSignal,
  useSignalEffect,
  useState,
} from "../../vendor/preact-htm-signals@11.2.0/index.js";
