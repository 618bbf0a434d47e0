import type { NamedOrder, Clause } from '../../shared/core/talk.ts';
import { describeClause, describeOrder } from '../../shared/game/index.ts';
import { halfYear } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { content, rounds } from '../state/game.ts';
import { inSentence, kindName, orderTitle } from './orders.ts';

/** Marks around a value that changed: the old one, then the new. Never seen: `marked` takes them out. */
const [OLD, NEW, END] = ['\u0001', '\u0002', '\u0003'] as const;

/** A piece of a clause's sentence. */
export interface Piece {
  readonly text: string;
  readonly as: 'plain' | 'old' | 'new';
}

/** A sentence with marks in pieces. */
export function pieces(text: string): readonly Piece[] {
  return text.split(new RegExp(`(${OLD}[^${END}]*${END})`)).flatMap((part): Piece[] => {
    if (!part.startsWith(OLD)) return part ? [{ text: part, as: 'plain' }] : [];
    const [old = '', now = ''] = part.slice(1, -1).split(NEW);
    return [
      ...(old ? [{ text: old, as: 'old' as const }] : []),
      { text: now, as: 'new' as const },
    ];
  });
}

/** The half-year with which a clause ends. */
function untilText(until: number): string {
  const halves = content.value?.halves ?? [];
  const half = halves[Math.min(until, rounds.value - 1)] ?? '';
  return half ? halfYear(half) : '';
}

/** An order inside a clause; without its parameters the kind alone. */
export function orderInClause(order: NamedOrder): string {
  const complete = describeOrder(order.kind).params.every((spec) => spec.id in order.params);
  return complete || Object.keys(order.params).length > 0
    ? orderTitle(order.kind, order.params)
    : kindName(order.kind);
}

function valuesOf(clause: Clause): Record<string, string> {
  const specs = describeClause(clause.kind).params;
  return {
    ...Object.fromEntries(
      specs.map((spec) => [spec.id, inSentence(spec, clause.params[spec.id] ?? spec.initial)]),
    ),
    by: t(`common:powerAtStart.${clause.by}`),
    until: untilText(clause.until),
    order: clause.order ? orderInClause(clause.order) : '',
  };
}

/**
 * A clause as a sentence.
 * @param old the same clause one version before: what differs is marked, see `pieces`
 */
export function clauseText(clause: Clause, old: Clause | null = null): string {
  const now = valuesOf(clause);
  const was = old ? valuesOf(old) : now;
  const values = Object.fromEntries(
    Object.entries(now).map(([key, value]) => {
      const before = was[key];
      return [key, before === undefined || before === value ? value : OLD + before + NEW + value + END];
    }),
  );
  return named('clauses:text', clause.kind, values);
}

export function clauseBroken(clause: Clause): string {
  return named('clauses:broken', clause.kind, valuesOf(clause));
}

export function clauseName(kind: string): string {
  return named('clauses:kind', kind);
}

/** An offer in one line: its clauses by name. */
export function offerTitle(clauses: readonly Clause[]): string {
  const [first] = clauses;
  if (!first) return '';
  if (first.order && first.kind === 'consent') return orderInClause(first.order);
  return [...new Set(clauses.map((clause) => clauseName(clause.kind)))].join(' · ');
}
