import {
  type CardRequest,
  cardsIn,
  type LaidCard,
  MOST_CARDS,
  MOST_EFFECTS,
  OWN_CARD,
} from '../core/card.ts';
import type { Content } from '../core/content.ts';
import { byPower, type Power } from '../core/powers.ts';
import { type Outcome, refuse } from '../core/refusal.ts';
import type { GameState } from '../core/state.ts';
import { lookAhead } from './lookahead.ts';
import { type Course, type Effect, effectsOn, HORIZON } from './preview.ts';
import { resolveNumbers } from './resolve.ts';
import { Standing } from './talks/active.ts';
import { readSpeech } from './talks/speech.ts';
import { boundIn } from './talks/standing.ts';

/**
 * The state with a card laid into its round: nobody sees it before the report. Whoever calls answers for
 * who may.
 */
export function inject(
  content: Content,
  state: GameState,
  request: CardRequest,
): Outcome<GameState> {
  const { phase, round } = state;
  if (phase !== 'briefing' && phase !== 'deliberation' && phase !== 'ink') {
    return { ok: false, refusal: refuse('wrongPhase') };
  }
  if (cardsIn(state.cards, round).length >= MOST_CARDS) {
    return { ok: false, refusal: refuse('cardsEnough', { most: MOST_CARDS }) };
  }
  const card = read(content, round, request);
  if (!card.ok) return card;
  return { ok: true, value: { ...state, cards: [...state.cards, card.value] } };
}

function read(content: Content, round: number, request: CardRequest): Outcome<LaidCard> {
  if ('deck' in request) {
    const spec = content.cards.deck.find(({ id }) => id === request.deck);
    if (!spec) return { ok: false, refusal: refuse('unknownCard') };
    return { ok: true, value: { id: spec.id, round, text: null, effects: spec.effects } };
  }
  const text = readSpeech(request.text);
  if (!text.ok) return text;
  const { effects } = request;
  const bounded = effects.every(({ word, delta }) => {
    const most = Object.hasOwn(content.cards.words, word) ? content.cards.words[word] : undefined;
    return most !== undefined && Number.isFinite(delta) && Math.abs(delta) <= most;
  });
  const words = new Set(effects.map(({ word }) => word));
  if (!bounded || effects.length > MOST_EFFECTS || words.size < effects.length) {
    return { ok: false, refusal: refuse('cardEffect') };
  }
  // −0 is no number that JSON keeps.
  const kept = effects.map(({ word, delta }) => ({ word, delta: delta + 0 }));
  return { ok: true, value: { id: OWN_CARD, round, text: text.value, effects: kept } };
}

/** What a card would do to the indicators of each power, and to the shared ones. */
export type CardPreview = Readonly<Record<Power, readonly Effect[]>>;

/**
 * Expected effects of a card on each power's own and the shared indicators, from the true state: for the
 * facilitator's eyes. Drivers stand still, nobody orders anything, nothing is drawn.
 */
export function previewCard(
  content: Content,
  state: GameState,
  request: CardRequest,
): Outcome<CardPreview> {
  const card = read(content, state.round, request);
  if (!card.ok) return card;
  const still = courseWith(content, state, []);
  const moved = courseWith(content, state, [card.value]);
  return {
    ok: true,
    value: byPower((power) => effectsOn(content, state.depth, power, still, moved)),
  };
}

function courseWith(content: Content, state: GameState, cards: readonly LaidCard[]): Course {
  const { round, num } = state;
  const bound = boundIn(state.talks.agreements, round);
  const standing = new Standing(content, bound, round);
  const now = standing.in(num, round, []);
  const first = resolveNumbers(content, num, round, [], { held: true, bound: now, cards }).num;
  const states = [first];
  for (let i = 1; i < HORIZON; i += 1) {
    states.push(lookAhead(content, states[i - 1] as Float64Array, round, i, [], standing));
  }
  return { states };
}
