import type { Refusal } from '../core/refusal.ts';
import { refuse } from '../core/refusal.ts';

export const NAME_LENGTH = 24;

/** Letters of any script with their accents, digits, space and the marks that names have. */
const ALLOWED = /^[\p{L}\p{M}\p{Nd} \-_.'’]+$/u;
const SOMETHING = /[\p{L}\p{Nd}]/u;

export type NameResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads a pseudonym: 1..24 signs, outer and double spaces taken away, no markup and no control signs. */
export function readName(typed: string): NameResult {
  // Far beyond any name: not worth normalising.
  if (typed.length > NAME_LENGTH * 8) return tooLong();
  const name = typed.normalize('NFC').trim().replace(/ {2,}/g, ' ');
  if (name.length === 0) return { ok: false, refusal: refuse('nameEmpty') };
  if ([...name].length > NAME_LENGTH) return tooLong();
  if (!ALLOWED.test(name) || !SOMETHING.test(name) || /\p{M}{4,}/u.test(name)) {
    return { ok: false, refusal: refuse('nameMarks') };
  }
  return { ok: true, name };
}

function tooLong(): NameResult {
  return { ok: false, refusal: refuse('nameLong', { max: NAME_LENGTH }) };
}
