import type { Response } from 'express';
import type { Outcome, Refusal, RefusalCode } from '../../shared/core/refusal.ts';

/** Status by reason; what is not named here is a plain "no" (409). */
const STATUS: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  nameEmpty: 400,
  nameLong: 400,
  nameMarks: 400,
  unknownScenario: 400,
  unknownSeat: 403,
  wrongReturnCode: 403,
  notHost: 403,
  notFacilitator: 403,
  unknownGame: 404,
  unknownSession: 404,
  unknownWorld: 404,
  expiredGame: 410,
  tooManyTries: 429,
  serverFull: 503,
};

/** Sends a refusal with its status. */
export function refused(response: Response, refusal: Refusal): void {
  const seconds = refusal.params?.seconds;
  if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
  response.status(STATUS[refusal.code] ?? 409).json({ refusal });
}

/** Sends what came of a question. */
export function answer<T>(response: Response, outcome: Outcome<T>): void {
  if (outcome.ok) response.json(outcome.value);
  else refused(response, outcome.refusal);
}
