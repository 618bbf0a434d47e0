import { computed, signal } from '@preact/signals';
import type { Power } from '../../shared/core/powers.ts';
import type { Agreement, Clause } from '../../shared/core/talk.ts';
import {
  type DealPreview,
  type Outlook,
  outlook,
  type ReadyOffer,
  readyOffers,
} from '../../shared/game/index.ts';
import { content, view } from './game.ts';
import { whenIdle } from './idle.ts';

/** What looks ahead depend on: while it stays, what was computed stays true. */
const stamp = computed(() => {
  const v = view.value;
  if (!v?.seat || !content.value) return '';
  const bound = v.talks.agreements.filter((a) => a.status === 'running').map((a) => a.id);
  return `${v.seat} ${v.round} ${v.series.length} ${bound.join()}`;
});

interface Found {
  readonly stamp: string;
  /** By the partners' names in a row. */
  readonly offers: ReadonlyMap<string, readonly ReadyOffer[]>;
  readonly previews: ReadonlyMap<string, DealPreview>;
  readonly points: ReadonlyMap<string, readonly Gains[]>;
}

/** Points of score that a clause would bring each power, were it kept and nothing else done. */
export type Gains = Readonly<Record<Power, number>>;

const NOTHING: Found = { stamp: '', offers: new Map(), previews: new Map(), points: new Map() };
const found = signal<Found>(NOTHING);

/** What is to be computed, the latest wish last: a moved slider is answered before older ones. */
const wished = new Map<string, () => void>();
let working = false;
let looker: { readonly stamp: string; readonly outlook: Outlook } | null = null;

function work(): void {
  const next = [...wished].at(-1);
  if (!next) {
    working = false;
    return;
  }
  const [key, one] = next;
  wished.delete(key);
  one();
  whenIdle(work);
}

function wish(key: string, one: () => void): void {
  // A wish made again is the latest.
  wished.delete(key);
  wished.set(key, one);
  if (working) return;
  working = true;
  whenIdle(work);
}

/** What is known under the present stamp. */
function known(): Found {
  return found.value.stamp === stamp.value ? found.value : NOTHING;
}

function keep(of: string, more: Partial<Found>): void {
  if (of !== stamp.peek()) return;
  const now = found.peek().stamp === of ? found.peek() : NOTHING;
  found.value = { ...now, ...more, stamp: of };
}

/** Whether a clause's obligor is bound to much the same already. */
function isAgreed(agreements: readonly Agreement[], { kind, by, order }: Clause): boolean {
  return agreements.some(
    ({ status, clauses }) =>
      status === 'running' &&
      clauses.some(
        (c) => !c.final && c.kind === kind && c.by === by && c.order?.kind === order?.kind,
      ),
  );
}

/** Offers made ready for a partner or for several; null while they are being looked for. */
export function readyFor(to: readonly Power[]): readonly ReadyOffer[] | null {
  const key = to.join();
  const offers = known().offers.get(key);
  if (offers) return offers;
  const of = stamp.value;
  if (of === '') return null;
  wish(`offers ${key}`, () => {
    const [c, v] = [content.peek(), view.peek()];
    if (!c || !v?.seat || of !== stamp.peek()) return;
    const before = found.peek().stamp === of ? found.peek().offers : NOTHING.offers;
    const offers = readyOffers(c, v, to).filter(
      ({ clauses }) => !clauses.some((clause) => isAgreed(v.talks.agreements, clause)),
    );
    keep(of, { offers: new Map(before).set(key, offers) });
  });
  return null;
}

function lookerOf(of: string): Outlook | null {
  const [c, v] = [content.peek(), view.peek()];
  if (!c || !v?.seat || of !== stamp.peek()) return null;
  if (looker?.stamp !== of) looker = { stamp: of, outlook: outlook(c, v) };
  return looker.outlook;
}

/** Expected effects of an offer to others, were it signed and kept; null while they are being computed. */
export function dealOf(to: readonly Power[], clauses: readonly Clause[]): DealPreview | null {
  if (clauses.length === 0) return null;
  const key = `${to.join()} ${JSON.stringify(clauses)}`;
  const preview = known().previews.get(key);
  if (preview) return preview;
  const of = stamp.value;
  if (of === '') return null;
  wish('preview', () => {
    const look = lookerOf(of);
    if (!look) return;
    const before = found.peek().stamp === of ? found.peek().previews : NOTHING.previews;
    keep(of, { previews: new Map(before).set(key, look.preview(clauses, to)) });
  });
  return null;
}

/** What each clause of an offer would bring by itself; null while it is being computed. */
export function pointsOf(clauses: readonly Clause[]): readonly Gains[] | null {
  const key = JSON.stringify(clauses);
  const points = known().points.get(key);
  if (points) return points;
  const of = stamp.value;
  if (of === '') return null;
  wish('points', () => {
    const look = lookerOf(of);
    if (!look) return;
    const before = found.peek().stamp === of ? found.peek().points : NOTHING.points;
    keep(of, {
      points: new Map(before).set(
        key,
        clauses.map((one) => look.gains([one])),
      ),
    });
  });
  return null;
}
