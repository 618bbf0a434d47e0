/**
 * Codes that people read aloud, copy from a projector or type on a phone: no sign that looks like
 * another one (0/O, 1/I/L) and no lower case.
 */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const GAME_CODE_LENGTH = 6;
export const RETURN_CODE_LENGTH = 8;

/** What a person meant by what he typed: upper case, without the spaces and dashes that help reading. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-–_.]/g, '');
}

function isCode(text: string, length: number): boolean {
  if (text.length !== length) return false;
  for (const sign of text) if (!CODE_ALPHABET.includes(sign)) return false;
  return true;
}

export function isGameCode(text: string): boolean {
  return isCode(text, GAME_CODE_LENGTH);
}

export function isReturnCode(text: string): boolean {
  return isCode(text, RETURN_CODE_LENGTH);
}

/** A code from random bytes. A sign is drawn only from bytes below 248 = 8 × 31, so that all are equally likely. */
export function codeFrom(bytes: Iterable<number>, length: number): string | null {
  let code = '';
  for (const byte of bytes) {
    if (byte >= CODE_ALPHABET.length * 8) continue;
    code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    if (code.length === length) return code;
  }
  return null;
}
