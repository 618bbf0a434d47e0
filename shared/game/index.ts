/** The facade: server, client, bots, tests and tools use the rules through these names alone. */

export { isEnough, type JointFiling } from '../core/joint.ts';
export { PATH_SHARE } from '../systems/scoring/index.ts';
export { advance, resolveRound } from './advance.ts';
export { type AimCheck, checkOf, directionOf } from './aims.ts';
export { baselineOf, SHADOW_ROUNDS } from './baseline.ts';
export { believedState } from './believed.ts';
export { type CardPreview, inject, previewCard } from './cards.ts';
export { createGame, type NewGame } from './create.ts';
export { endNow } from './ending.ts';
export type { Outcome } from './foresight.ts';
export { type Dealer, dealer, dealHand, type Occasion, occasions } from './hand.ts';
export { companions } from './joint.ts';
export { describeOrder, isAnswer, openParams, orderKinds } from './kinds.ts';
export { type Leverage, leverageOf } from './leverage.ts';
export {
  candidates,
  type Effect,
  judge,
  judged,
  type Offer,
  offers,
  type Preview,
  type Previewer,
  preview,
  previewer,
  sceneOfView,
} from './preview.ts';
export type { LegalOrder } from './resolve.ts';
export {
  costOf,
  type DraftedOrder,
  EXTRA_PC,
  envelopeOf,
  LOST_UNSIGNED,
  mostOrders,
  type SeatScene,
  slotsTaken,
  sumOf,
} from './rules.ts';
export { hashGame, loadGame, saveGame } from './save.ts';
export { scoresOf } from './scores.ts';
export { secretResults } from './secrets.ts';
export { type Submitted, submit } from './submit.ts';
export { offersAllowed } from './talks/allowance.ts';
export { conditionNow, type Truth } from './talks/conditions.ts';
export { fateOf, isDeemed } from './talks/deeming.ts';
export { type Duty, dutiesOf, dutyOf } from './talks/duties.ts';
export { withFreeWords } from './talks/floor.ts';
export { clauseKinds, describeClause, judgeProposal, movesByItself } from './talks/kinds.ts';
export { type LeavePreview, leavePreview, type Parting } from './talks/leaving.ts';
export { type ReadyOffer, readyOffers, type Slider, slidersOf } from './talks/offers.ts';
export { type DealPreview, type Outlook, outlook, previewDeal } from './talks/outlook.ts';
export { readSpeech } from './talks/speech.ts';
export { viewFor } from './view.ts';
