import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { codeFrom, GAME_CODE_LENGTH, RETURN_CODE_LENGTH } from '../../shared/protocol/codes.ts';

/** A seat's token: 192 random bits. Only its digest is ever kept. */
export const newToken = (): string => randomBytes(24).toString('base64url');

function newCode(length: number): string {
  // One byte in thirty-two is thrown away; forty bytes always suffice in practice.
  return codeFrom(randomBytes(length + 32), length) ?? newCode(length);
}

export const newGameCode = (): string => newCode(GAME_CODE_LENGTH);
export const newReturnCode = (): string => newCode(RETURN_CODE_LENGTH);

/** A seed for a new game: 32 random bits. */
export const newSeed = (): number => randomBytes(4).readUInt32BE();

export const digest = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Whether a key belongs to a digest, in time that does not tell how much of it was right. */
export function matches(key: string, kept: string): boolean {
  const given = Buffer.from(digest(key), 'hex');
  const wanted = Buffer.from(kept, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
