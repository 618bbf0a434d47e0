import type { Outcome, Refusal } from '../../shared/core/refusal.ts';

/** What somebody asked for was done and is stored, or why not. */
export type Done = Outcome<null>;
export const done: Done = { ok: true, value: null };
export const no = (refusal: Refusal): Done => ({ ok: false, refusal });
