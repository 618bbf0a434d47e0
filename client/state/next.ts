import { computed } from '@preact/signals';
import type { Proposal } from '../../shared/core/talk.ts';
import { dutiesOf } from '../../shared/game/index.ts';
import { list, money } from '../i18n/format.ts';
import type { Key } from '../i18n/keys.ts';
import { t } from '../i18n/messages.ts';
import { kindName } from '../words/orders.ts';
import { content, isHost, isReady, phase, room, round, seat, view } from './game.ts';
import { ballots, canDraft, cards, draftLimit, purse, questions, slots } from './orders.ts';
import { offersToAnswer } from './talks.ts';

/** Powers whose people the table waits for, by name. */
function waitedFor(): string {
  const seats = room.value?.seats ?? [];
  const slow = seats.filter((s) => s.player === 'person' && !s.ready && s.power !== seat.value);
  return slow.length > 0
    ? t('game:next.waitFor', { names: list(slow.map((s) => t(`common:power.${s.power}`))) })
    : t('game:next.waitAll');
}

/** Kinds of order that a signed word asks for in this very round, and that no draft gives. */
const promised = computed<readonly string[]>(() => {
  const c = content.value;
  const v = view.value;
  if (!c || !v?.seat) return [];
  const drafted = v.drafts.map(({ kind }) => kind);
  const kinds = dutiesOf(c, v)
    .filter(({ last, due }) => last && due.length > 0)
    .filter(({ due }) => !due.some(({ kind }) => drafted.includes(kind)))
    .flatMap(({ due }) => due.slice(0, 1).map(({ kind }) => kind));
  return [...new Set(kinds)];
});

/** Money that falls due in this round and that the drafts have not left. */
const owed = computed<readonly string[]>(() => {
  const c = content.value;
  const v = view.value;
  if (!c || !v?.seat) return [];
  let { left } = purse.value;
  return dutiesOf(c, v).flatMap(({ pays }) => {
    if (!pays) return [];
    left -= pays.amount;
    if (left >= -1e-9) return [];
    const power = t(`common:powerInside.${pays.to}`);
    return [t('game:next.pays', { amount: money(pays.amount), power })];
  });
});

/** What waits for this seat before its orders, each in few words; the most pressing first. */
const waiting = computed<readonly string[]>(() => [
  ...questions.value.filter(({ draft }) => !draft).map(() => t('game:next.question')),
  ...ballots.value
    .filter(({ votes }) => votes[seat.value ?? 'KZ'] === undefined)
    .map(() => t('game:next.vote')),
  ...promised.value.map((kind) => t('game:next.promise', { kind: kindName(kind) })),
  ...owed.value,
  ...(offersToAnswer.value.length > 0 ? [answer(offersToAnswer.value)] : []),
  ...choosing(),
]);

function choosing(): readonly string[] {
  const secrets = view.value?.secrets;
  if (!secrets?.open || secrets.chosen) return [];
  return [t('game:next.secret', { count: secrets.keep })];
}

/** One offer by the power that waits, several by their number. */
function answer(offers: readonly Proposal[]): string {
  const [first] = offers;
  if (!first || offers.length > 1) return t('talks:nextMany', { count: offers.length });
  const by = first.versions.at(-1)?.by ?? first.by;
  return t('talks:next', { power: t(`common:powerInside.${by}`) });
}

function drafting(): string {
  const laid = slots.value;
  const [first] = waiting.value;
  const possible =
    laid < draftLimit.value && cards.value.some((card) => !card.refusal && !card.draft);
  if (first) return t(possible && laid === 0 ? 'game:next.thenDraft' : 'game:next.only', { first });
  if (laid === 0) return t(possible ? 'game:next.firstDraft' : 'game:next.nothing');
  return t(possible ? 'game:next.moreDraft' : 'game:next.pressReady');
}

/** One line: what do I do now? */
export const upNext = computed<string>(() => {
  const now = phase.value;
  if (now === 'debrief') return t('game:next.debrief');
  if (room.value?.paused) return t('game:next.paused');
  if (now === 'lobby') return t(isHost.value ? 'game:next.lobbyHost' : 'game:next.lobby');
  if (seat.value === null) return t('game:next.watch');
  if (isReady.value) return now === 'report' ? t('game:next.reportDone') : waitedFor();
  if (canDraft.value && now === 'deliberation') return drafting();
  const lines: Readonly<Record<string, Key>> = {
    briefing: round.value === 0 ? 'game:next.meet' : 'game:next.briefing',
    ink: 'game:next.ink',
    report: 'game:next.report',
  };
  return t(lines[now] ?? 'game:next.waitAll');
});
