/** Why something was not done: a message key with its parameters, so that each reader gets his own language. */
export interface Refusal {
  /** Key under `refusal.` in the message files. */
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const REFUSAL_CODES = [
  'malformed',
  'notYourSeat',
  'wrongPhase',
  'lateRound',
  'gameOver',
  'unknownOrder',
  'badParameter',
  'notYourOrder',
  'cooldown',
  'noCapital',
  'noMoney',
  'tooManyDrafts',
  'unknownDraft',
  'inkTime',
  'alreadyDrafted',
  'alreadyBuilt',
  'linkBusy',
  'noSlot',
  'noChange',
  'noOccasion',
  'landLocked',
  'crossingFull',
  'cohesionTooLow',
  'levelLimit',
  'waitFloat',
  'treatyFirst',
  'unknownMotion',
  'noVote',
  'debtCeiling',
  'contractRuns',
  'moreThanAll',
  'stepOrder',
  'stepLocked',
  'ruleOfLaw',
  'remembered',
  'chaptersClosed',
  'landShut',
  'bankClosed',
  'openOnly',
  'secretsSettled',
  'unknownCard',
  'cardEffect',
  'cardsEnough',
  'notHost',
  'tooFast',
  'tooLong',
  // Talks.
  'unsigned',
  'badClause',
  'notParty',
  'noPurse',
  'unknownProposal',
  'offerClosed',
  'staleVersion',
  'alreadySigned',
  'tooManyOffers',
  'tooManyVersions',
  'offerIsDraft',
  'termsOnly',
  'talkClosed',
  'saidEnough',
  'signalledEnough',
  'notTheirOrder',
  'wordsEmpty',
  'wordsLong',
  'wordsMarks',
  // Coming in, and what the server says about a game as a whole.
  'nameEmpty',
  'nameLong',
  'nameMarks',
  'unknownGame',
  'expiredGame',
  'gameFull',
  'seatTaken',
  'unknownSeat',
  'wrongReturnCode',
  'tooManyTries',
  'serverFull',
  'unknownScenario',
  'outdatedGame',
  'notSaved',
  'offline',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function refuse(code: RefusalCode, params?: Refusal['params']): Refusal {
  return params ? { code, params } : { code };
}
