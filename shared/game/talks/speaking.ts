import { isOrderOf } from '../../clauses/index.ts';
import type { Content } from '../../core/content.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { GameState } from '../../core/state.ts';
import type { Audience, Signal, Statement, TalkCommand } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';
import { asksSecret } from '../disclosure.ts';
import { sceneOf } from '../drafting.ts';
import { openAt } from '../rules.ts';
import { nameOf } from './names.ts';
import { readSpeech } from './speech.ts';

/** What a power may say and announce in one round. */
const WORDS_A_ROUND = 10;
const SIGNALS_A_ROUND = 2;

type Spoken = Extract<TalkCommand, { readonly type: 'say' | 'signal' }> & { readonly id: string };

/** Free words, or a warning or promise on record, to all or to the members of a channel. */
export function speak(
  content: Content,
  state: GameState,
  seat: Power,
  command: Spoken,
): GameState | Refusal {
  const { round, talks } = state;
  const to = audience(command.to);
  if (to !== 'all' && to.includes(seat)) return refuse('notParty');
  const one = { id: nameOf(seat, round, command.id), round, by: seat, to };
  const own = (said: Statement | Signal): boolean => said.by === seat && said.round === round;
  if (command.type === 'say') {
    if (!talks.open) return refuse('talkClosed');
    if (talks.statements.filter(own).length >= WORDS_A_ROUND) return refuse('saidEnough');
    const read = readSpeech(command.text);
    if (!read.ok) return read.refusal;
    const statements = [...talks.statements, { ...one, text: read.value }];
    return { ...state, talks: { ...talks, statements } };
  }
  if (talks.signals.filter(own).length >= SIGNALS_A_ROUND) {
    return refuse('signalledEnough', { most: SIGNALS_A_ROUND });
  }
  const refusal = judgeSignal(content, state, seat, command);
  if (refusal) return refusal;
  const { kind, order, until, when } = command;
  const signal: Signal = { ...one, kind, order, until, ...(when ? { when } : {}), fate: 'open' };
  return { ...state, talks: { ...talks, signals: [...talks.signals, signal] } };
}

function judgeSignal(
  content: Content,
  state: GameState,
  seat: Power,
  { order, until, when }: Extract<Spoken, { type: 'signal' }>,
): Refusal | null {
  if (until < state.round || until >= content.halves.length) {
    return refuse('badParameter', { param: 'until' });
  }
  const scene = sceneOf(content, state, seat);
  if (!isOrderOf(scene, seat, order)) return refuse('notYourOrder');
  if (!when) return null;
  const deed = orderKind(when.order.kind);
  if (!deed || !openAt(deed, state.depth)) return refuse('unknownOrder');
  // A word that hangs on one's own deed is a word about that deed.
  if (when.power === seat || !isOrderOf(scene, when.power, when.order))
    return refuse('notTheirOrder');
  return asksSecret([seat], when.power, when.order) ? refuse('conditionSecret') : null;
}

/** Every member of a channel once, in the usual order. */
function audience(to: Audience): Audience {
  return to === 'all' ? to : POWERS.filter((p) => to.includes(p));
}
