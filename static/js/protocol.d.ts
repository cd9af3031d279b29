// Made by `gevinstspil schema` from app/protocol.py. Do not edit.

/** The arguments of each command, by its `do`. */
export interface Commands {
  accept: { node: string; by: string };
  accept_disbenefit: { node: string };
  add_absent: { role: string; name?: string | null };
  add_deputy: { name: string };
  add_proxy: { role: string; name: string };
  answer_challenge: { challenge: string; text: string; nodes?: (string)[]; role?: string | null; value?: string | null };
  answer_edge: { edge: string; yes: boolean };
  assign_measure: { node: string; seat: string };
  call_revote: { nodes: (string)[] };
  choose_measure: { node: string; indicator: string; unit: string; direction: string; target: string; target_date: string; card?: string | null; baseline?: string | null; baseline_date?: string | null; baseline_plan?: string | null; population?: string | null; base?: string | null; case_value?: string | null; conversion?: string | null; budget_line?: string | null; budget_year?: string | null; calculation?: string | null };
  claim: { node: string };
  close: Record<string, never>;
  close_benefit: { node: string; reason: string };
  co_sign: { node: string };
  commit: { action: string; by: string };
  confirm: { node: string };
  confirm_goal: { goal: string; fist: number; text?: string | null };
  decline: { node: string };
  dismiss_merge: { nodes: (string)[] };
  done: Record<string, never>;
  estimate: { node: string; value?: string | null };
  extend: { seconds: number };
  give_reason: { rule: string; text: string };
  hand_over: { node: string; seat: string };
  hide_names: { on: boolean };
  join_policy: { policy: string };
  judge_answer: { challenge: string; enough: boolean };
  judge_measure: { node: string; countable: boolean };
  let_in: { seat: string };
  lock: Record<string, never>;
  merge: { nodes: (string)[] };
  merge_seats: { seats: (string)[] };
  minority_note: { node: string; text: string; signed?: boolean };
  more_time: Record<string, never>;
  name_disbenefit: { text: string; perspective: string; node?: string | null };
  name_ghost: { node: string; text: string };
  next_round: Record<string, never>;
  nominate: { node: string; seat?: string | null; role?: string | null };
  nudge: { seat: string };
  open_round: Record<string, never>;
  open_vote: Record<string, never>;
  park: { node: string };
  pause: Record<string, never>;
  play_card: { card: string; text?: string | null; perspective?: string | null; target?: string | null };
  play_challenge: { card: string; node: string };
  play_for: {
    [K in Exclude<CommandName, "play_for">]: { seat: string; do: K; d: Commands[K] };
  }[Exclude<CommandName, "play_for">];
  premortem: { node: string; text: string };
  previous_round: Record<string, never>;
  propose_change: { node: string; card?: string | null; text?: string | null };
  propose_edge: { from: string; to: string; kind?: string };
  record_actual: { node: string; value: string; date: string; source: string };
  reject: { node: string; text: string };
  remove_deputy: { deputy: string };
  remove_seat: { seat: string };
  rename: { node: string; title: string };
  resolve: Record<string, never>;
  resolve_contest: { node: string; seat: string; by?: string | null };
  resume: Record<string, never>;
  retype: { node: string; type: string };
  reveal: Record<string, never>;
  second: { node: string };
  set_class: { node: string; class: string };
  set_language: { language: string };
  set_role: { seat: string; role: string };
  shake: Record<string, never>;
  show: { view: string };
  sign: Record<string, never>;
  start: Record<string, never>;
  stop_clock: Record<string, never>;
  take_over: { code?: string | null };
  take_role: { role: string };
  undo: Record<string, never>;
  unlock: Record<string, never>;
  unpark: { node: string };
  vote: { node: string; belief?: number | null; importance?: number | null };
  withdraw_play: { play: string };
}

export type CommandName = keyof Commands;

/** A command on its way to the server. */
export type Do = {
  [K in CommandName]: {
    t: "do"; id: string; round?: string | null; step?: string | null; do: K; d: Commands[K];
  };
}[CommandName];

export type Hello = { t: "hello"; v: number; as?: "player" | "board" | "facilitator" | null; since?: number; epoch?: string | null; build?: string | null };
export type Ping = { t: "ping"; trip?: number | null; k?: number | string | null };
