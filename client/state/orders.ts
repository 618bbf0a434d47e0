import { computed, signal } from '@preact/signals';
import type { JointFiling } from '../../shared/core/joint.ts';
import type { Motion } from '../../shared/core/motion.ts';
import type { OrderCost, Params, ParamValue } from '../../shared/core/order.ts';
import { DEPTHS, type Power } from '../../shared/core/powers.ts';
import type { Refusal } from '../../shared/core/refusal.ts';
import type { Draft } from '../../shared/core/state.ts';
import {
  candidates,
  describeOrder,
  envelopeOf,
  isAnswer,
  judged,
  mostOrders,
  type Occasion,
  occasions,
  offers,
  orderKinds,
  sceneOfView,
  slotsTaken,
  sumOf,
} from '../../shared/game/index.ts';
import { content, phase, round, seat, view } from './game.ts';
import { dealtHand } from './hand.ts';

/** A card: one order kind with the setting that it shows. */
export interface Card {
  readonly kind: string;
  readonly params: Params;
  readonly cost: OrderCost;
  readonly refusal: Refusal | null;
  /** The draft that this setting would be, when it lies on the table already. */
  readonly draft: Draft | null;
  /** The setting differs from that draft. */
  readonly changed: boolean;
}

/** What the person has set on the cards, by kind. */
const settings = signal<Readonly<Record<string, Params>>>({});
/** The card in hand that is chosen: the map shows its draft. */
export const chosen = signal<string | null>(null);

/** Drafts may be laid down, changed or withdrawn in these phases. */
export const canDraft = computed(
  () => phase.value === 'briefing' || phase.value === 'deliberation',
);
export const canEdit = computed(() => canDraft.value || phase.value === 'ink');

const scene = computed(() => {
  const c = content.value;
  const v = view.value;
  return c && v?.seat ? sceneOfView(c, v) : null;
});

export const drafts = computed<readonly Draft[]>(() => view.value?.drafts ?? []);
/** Drafts that count against the limit; answers to an event do not. */
export const slots = computed(() => slotsTaken(drafts.value));
export const draftLimit = computed(() => {
  const v = view.value;
  return v && content.value ? mostOrders(content.value, v.depth) : 0;
});

export const capital = computed(() => {
  const now = scene.value;
  if (!now) return { have: 0, left: 0, cap: 0 };
  const at = now.content.layout.at('pc', now.power);
  const have = now.num[at] ?? 0;
  const spent = sumOf(now, drafts.value).pc;
  return { have, left: have - spent, cap: now.content.layout.max[at] ?? 0 };
});

export const purse = computed(() => {
  const now = scene.value;
  if (!now) return { all: 0, left: 0 };
  const all = envelopeOf(now);
  return { all, left: all - sumOf(now, drafts.value).money };
});

/** Parameters that tell one use of a kind from another: which road, which place, which project. */
function sameUse(kind: string, a: Params, b: Params): boolean {
  return describeOrder(kind)
    .params.filter((spec) => spec.type === 'choice' && spec.names !== 'option')
    .every((spec) => a[spec.id] === b[spec.id]);
}

function sameParams(a: Params, b: Params): boolean {
  return Object.keys(a).every((key) => a[key] === b[key]);
}

/** A setting that can be given as it lies: the printed one, or else the first legal one worth trying. */
const dealt = computed<Readonly<Record<string, Params>>>(() => {
  const now = scene.value;
  const c = content.value;
  const v = view.value;
  if (!now || !c || !v) return {};
  const tries = candidates(now);
  const hand = dealtHand.value ?? [];
  return Object.fromEntries(
    offers(c, { ...v, drafts: [] }).map((offer) => {
      const inHand = hand.find((one) => one.kind === offer.kind);
      if (inHand) return [offer.kind, inHand.params];
      if (!offer.refusal) return [offer.kind, offer.params];
      const better = tries.find(
        (one) => one.kind === offer.kind && !judged(now, [], one.kind, one.params).refusal,
      );
      return [offer.kind, better ? { ...offer.params, ...better.params } : offer.params];
    }),
  );
});

export const cards = computed<readonly Card[]>(() => {
  const now = scene.value;
  if (!now) return [];
  // What only answers a happening is put as a question when it is time.
  const given = Object.entries(dealt.value).filter(([kind]) => !isAnswer(describeOrder(kind)));
  return given.map(([kind, printed]) => {
    const laid = drafts.value.find((d) => d.kind === kind);
    const params = settings.value[kind] ?? laid?.params ?? printed;
    const draft =
      drafts.value.find((d) => d.kind === kind && sameUse(kind, d.params, params)) ?? null;
    const others = draft ? drafts.value.filter((d) => d !== draft) : drafts.value;
    const { cost, refusal } = judged(now, others, kind, params);
    return {
      kind,
      params,
      cost,
      refusal,
      draft,
      changed: !!draft && !sameParams(draft.params, params),
    };
  });
});

/**
 * The dealt cards, and those of the other cards that lie drafted; null while they are being dealt. All
 * others are one tap away.
 */
export const handCards = computed<readonly Card[] | null>(() => {
  const kinds = dealtHand.value?.map(({ kind }) => kind);
  if (!kinds) return null;
  const slots = drafts.value
    .filter(({ kind, params }) => slotsTaken([{ kind, params }]) > 0)
    .map(({ kind }) => kind);
  return cards.value.filter(({ kind }) => kinds.includes(kind) || slots.includes(kind));
});

/** A happening that waits for an answer, with the draft that answers it. */
export interface Question extends Occasion {
  readonly draft: Draft | null;
}

/** An act of several on the table, with the draft that joins it or why it may not be joined now. */
export interface Invitation {
  readonly filing: JointFiling;
  readonly draft: Draft | null;
  readonly refusal: Refusal | null;
}

/** Motions that this seat may vote on: the filer's yes is given with its filing. */
export const ballots = computed<readonly Motion[]>(() => {
  const own = seat.value;
  if (own !== 'KZ' && own !== 'RU') return [];
  return (view.value?.motions ?? []).filter((m) => m.round === round.value && m.by !== own);
});

/** Acts of several that others have laid down and that this seat may join. */
export const invitations = computed<readonly Invitation[]>(() => {
  const now = scene.value;
  const own = seat.value;
  if (!now || !own) return [];
  return (view.value?.joint ?? [])
    .filter(({ by, terms }) => terms.powers.includes(own) && by.some((power) => power !== own))
    .map((filing) => {
      const { kind, params } = filing.order;
      const draft = drafts.value.find((d) => d.kind === kind && sameParams(params, d.params));
      const refusal = draft ? null : judged(now, drafts.value, kind, params).refusal;
      return { filing, draft: draft ?? null, refusal };
    });
});

/** What happened and may be answered now, outside the order slots. */
export const questions = computed<readonly Question[]>(() => {
  const now = scene.value;
  if (!now) return [];
  return occasions(now).map((occasion) => ({
    ...occasion,
    draft:
      drafts.value.find(
        (d) =>
          d.kind === occasion.kind &&
          occasion.answers.some((params) => sameParams({ ...d.params, ...params }, d.params)),
      ) ?? null,
  }));
});

export function setParam(kind: string, params: Params, id: string, value: ParamValue): void {
  settings.value = { ...settings.value, [kind]: { ...params, [id]: value } };
}

/** A new round deals new cards. */
export function clearSettings(): void {
  settings.value = {};
  chosen.value = null;
}

/** Kinds of order that a power may give at this depth. */
export function ordersOpenTo(power: Power): readonly string[] {
  const depth = view.value?.depth ?? 'intro';
  return orderKinds().filter((id) => {
    const kind = describeOrder(id);
    return kind.by.includes(power) && DEPTHS.indexOf(kind.depth) <= DEPTHS.indexOf(depth);
  });
}

/** Identifies a preview: the same key means the same answer. */
export function previewKey(kind: string, params: Params): string {
  return `${seat.value} ${round.value} ${view.value?.series.length} ${kind} ${JSON.stringify(params)}`;
}
