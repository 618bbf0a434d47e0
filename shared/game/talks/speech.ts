import { type Outcome, refuse } from '../../core/refusal.ts';
import { MAX_STATEMENT } from '../../core/talk.ts';

/** Letters of any script, digits, spaces and usual punctuation: no markup, no control signs, no emoji. */
const ALLOWED =
  /^[\p{L}\p{M}\p{Nd}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Sc} .,;:!?…'"%+=/&№°@*#_·،。、！？；：]+$/u;
const SOMETHING = /[\p{L}\p{Nd}]/u;

/** Reads free words: 1..`most` signs, outer and double spaces taken away, plain text alone. */
export function readSpeech(typed: string, most = MAX_STATEMENT): Outcome<string> {
  // Far beyond any statement: not worth normalising.
  if (typed.length > most * 6) return tooLong(most);
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text.length === 0) return { ok: false, refusal: refuse('wordsEmpty') };
  if ([...text].length > most) return tooLong(most);
  if (!ALLOWED.test(text) || !SOMETHING.test(text) || /\p{M}{4,}/u.test(text)) {
    return { ok: false, refusal: refuse('wordsMarks') };
  }
  return { ok: true, value: text };
}

function tooLong(max: number): Outcome<string> {
  return { ok: false, refusal: refuse('wordsLong', { max }) };
}
