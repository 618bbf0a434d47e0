import { computed, effect, signal } from '@preact/signals';
import type { Power } from '../../shared/core/powers.ts';
import {
  type Agreement,
  type Clause,
  NO_TALKS,
  type Proposal,
  type Signal,
  type Statement,
  type TalksView,
} from '../../shared/core/talk.ts';
import { offersAllowed } from '../../shared/game/index.ts';
import {
  type Channel,
  channelOf,
  channelOfWords,
  channelWith,
  openedSets,
  partners,
  sets,
} from './channels.ts';
import { writing } from './compose.ts';
import { content, phase, room, round, seat, view } from './game.ts';

export { type Channel, channelOf, partners } from './channels.ts';

export const talks = computed<TalksView>(() => view.value?.talks ?? NO_TALKS);

/** New words and offers come before ink time; then there are only answers. */
export const canOffer = computed(
  () => seat.value !== null && (phase.value === 'briefing' || phase.value === 'deliberation'),
);
export const canAnswer = computed(
  () => canOffer.value || (seat.value !== null && phase.value === 'ink'),
);

/** A leaf of the sheet: a channel, or the list of all agreements. */
export type Leaf = Channel | 'agreements';

/** What lies open on the sheet of the talks; null = the table is in sight. */
export const talkOpen = signal<Leaf | null>(null);

// The report comes before everything: the sheet is laid aside for it.
effect(() => {
  if (phase.value === 'report' || phase.value === 'debrief') talkOpen.value = null;
});

/** Whether anything was ever said, offered or agreed in a channel, or an offer for it is being written. */
function isUsed(channel: Channel): boolean {
  if (writing.value && channelWith(writing.value.to) === channel) return true;
  const { proposals, agreements, statements, signals } = talks.value;
  return (
    [...proposals, ...agreements].some(({ parties }) => channelOf(parties) === channel) ||
    [...statements, ...signals].some((one) => channelOfWords(one) === channel)
  );
}

/** All channels: each pair, sets of three that were opened or used, and all at the table. */
export const channels = computed<readonly Channel[]>(() => [
  ...partners.value,
  ...sets.value.filter((set) => openedSets.value.includes(set) || isUsed(set)),
  'all',
]);

/** Sets of three that may still be opened. */
export const unopened = computed<readonly Channel[]>(() =>
  sets.value.filter((set) => !channels.value.includes(set)),
);

/** This round's proposals in a channel: open ones first, then what was settled last. */
export function proposalsWith(channel: Channel): readonly Proposal[] {
  const own = talks.value.proposals
    .filter((p) => p.round === round.value && channelOf(p.parties) === channel)
    .toReversed();
  return [...own.filter((p) => p.status === 'open'), ...own.filter((p) => p.status !== 'open')];
}

export const openProposals = computed<readonly Proposal[]>(() =>
  talks.value.proposals.filter((p) => p.status === 'open' && p.round === round.value),
);

export function newest(proposal: Proposal) {
  return proposal.versions.at(-1);
}

export function hasSigned(proposal: Proposal, power: Power | null): boolean {
  return proposal.signed.some((s) => s.power === power);
}

/** Offers that wait for this seat's signature, counter or refusal. */
export const offersToAnswer = computed<readonly Proposal[]>(() =>
  openProposals.value.filter(
    (p) => seat.value !== null && p.parties.includes(seat.value) && !hasSigned(p, seat.value),
  ),
);

/** Offers of this seat's own that lie open beyond those of its desk, when no more may be made. */
export const fullTable = computed<readonly Proposal[]>(() => {
  const v = view.value;
  const own = openProposals.value.filter((p) => p.by === v?.seat && p.draft === null);
  const c = content.value;
  const most = c && v?.seat ? offersAllowed(c, v, v.seat) : 0;
  return own.length >= most ? own : [];
});

/** The offer that a draft of the desk has opened; its order needs two signatures. */
export function offerOfDraft(draft: string): Proposal | undefined {
  return talks.value.proposals.findLast(
    (p) => p.draft === draft && p.by === seat.value && p.round === round.value,
  );
}

export function agreementsWith(channel: Channel): readonly Agreement[] {
  return talks.value.agreements.filter((a) => channelOf(a.parties) === channel).toReversed();
}

export const runningAgreements = computed<readonly Agreement[]>(() =>
  talks.value.agreements.filter((a) => a.status === 'running'),
);

const MUTED = 'multivector.muted.';
const muted = signal<{ readonly code: string; readonly powers: readonly string[] } | null>(null);

function mutedNow(): readonly string[] {
  const code = room.value?.code ?? '';
  if (muted.value?.code === code) return muted.value.powers;
  try {
    return JSON.parse(localStorage.getItem(MUTED + code) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function isMuted(power: Power): boolean {
  return mutedNow().includes(power);
}

/** Hides or shows a power's free words on this device; its offers always come through. */
export function setMuted(power: Power, on: boolean): void {
  const code = room.value?.code ?? '';
  const others = mutedNow().filter((p) => p !== power);
  const powers = on ? [...others, power] : others;
  muted.value = { code, powers };
  try {
    localStorage.setItem(MUTED + code, JSON.stringify(powers));
  } catch {
    // Forbidden: it holds until the page is closed.
  }
}

/** Free words of others and own in a channel, the newest last. */
export function allWordsIn(channel: Channel): readonly Statement[] {
  return talks.value.statements.filter((s) => channelOfWords(s) === channel);
}

/** Free words of a channel, the newest last; a muted power's are left out. */
export function wordsIn(channel: Channel): readonly Statement[] {
  return allWordsIn(channel).filter((s) => !isMuted(s.by));
}

export function signalsIn(channel: Channel): readonly Signal[] {
  return talks.value.signals.filter((s) => channelOfWords(s) === channel);
}

/** One point of a power's record: a clause or a warning, and what became of it. */
export interface Word {
  readonly id: string;
  readonly clause: Clause | null;
  readonly signal: Signal | null;
  readonly fate: 'kept' | 'excused' | 'breached' | 'bluffed' | 'void' | 'open';
  readonly round: number;
}

/** A power's word so far, the newest first; what was never put to the test is left out. */
export function wordOf(power: Power): readonly Word[] {
  const clauses = talks.value.agreements.flatMap((agreement) =>
    agreement.clauses.flatMap((clause, i): Word[] => {
      if (clause.by !== power || clause.fate === 'dormant' || clause.kind === 'consent') return [];
      const fate = clause.fate === 'pending' ? 'open' : clause.fate;
      const at = clause.judged >= 0 ? clause.judged : agreement.signedRound;
      return [{ id: `${agreement.id} ${i}`, clause, signal: null, fate, round: at }];
    }),
  );
  const signals = talks.value.signals
    .filter((s) => s.by === power)
    .map((s): Word => ({ id: s.id, clause: null, signal: s, fate: s.fate, round: s.round }));
  return [...clauses, ...signals].sort((a, b) => b.round - a.round);
}
