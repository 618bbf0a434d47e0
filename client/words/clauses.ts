import type { ParamSpec, ParamValue } from '../../shared/core/order.ts';
import { type Clause, type NamedOrder, VOTE } from '../../shared/core/talk.ts';
import { describeClause } from '../../shared/game/index.ts';
import { named, t } from '../i18n/messages.ts';
import { content, rounds } from '../state/game.ts';
import { inSentence, kindName, orderTitle, paramName, saysAll, valueNames } from './orders.ts';

/** A piece of a sentence that has changed: it stands still, was taken out, or is new. */
export interface Piece {
  readonly text: string;
  readonly as: 'plain' | 'old' | 'new';
}

/** A round's half-year as it stands in "by the end of …". */
export function untilText(until: number): string {
  const halves = content.value?.halves ?? [];
  const [year = '', part] = (halves[Math.min(until, rounds.value - 1)] ?? '').split('H');
  return t(part === '1' ? 'clauses:half.1' : 'clauses:half.2', { year });
}

/** An order that is named in a clause or a warning; what it leaves open is not made up. */
export function namedOrder(order: NamedOrder): string {
  if (order.kind === VOTE) {
    const { motion, vote } = order.params;
    return t('clauses:vote', {
      motion: kindName(String(motion)),
      vote: named('game:vote', String(vote)),
    });
  }
  if (saysAll(order.kind, order.params)) return orderTitle(order.kind, order.params);
  const values = valueNames(order.kind, order.params);
  return values.length === 0
    ? t('clauses:anyOrder', { kind: kindName(order.kind) })
    : `${kindName(order.kind)}: ${values.join(', ')}`;
}

/** The wording that fits a clause's terms. */
function wording({ kind, params, order }: Clause): string {
  if (kind === 'toll_cap' && Number(params.split) > 0) return 'toll_cap_split';
  if (kind === 'access' && Number(params.delay) === 0) return 'access_free';
  if (kind === 'project' && params.bidding && params.bidding !== 'any') {
    return `project_${params.bidding}`;
  }
  return order?.kind === VOTE ? 'pledge_do_vote' : kind;
}

function valuesOf(clause: Clause): Record<string, string> {
  const specs = describeClause(clause.kind).params;
  return {
    ...Object.fromEntries(
      specs.map((spec) => [spec.id, inSentence(spec, clause.params[spec.id] ?? spec.initial)]),
    ),
    by: t(`common:powerAtStart.${clause.by}`),
    until: untilText(clause.until),
    order: clause.order ? namedOrder(clause.order) : '',
  };
}

/** A clause as a sentence. */
export function clauseText(clause: Clause): string {
  return named('clauses:text', wording(clause), valuesOf(clause));
}

/** What would break it, in plain words. */
export function clauseBroken(clause: Clause): string {
  return named('clauses:broken', clause.kind, valuesOf(clause));
}

export function clauseName(kind: string): string {
  return named('clauses:kind', kind);
}

/** The name of a setting of a clause, or of an order inside it, or of its time. */
export function settingName(where: 'params' | 'order' | 'until', spec: ParamSpec): string {
  if (where === 'order') return paramName(spec);
  return named('clauses:param', spec.id);
}

/** The value of a setting as it stands beside its slider. */
export function settingText(spec: ParamSpec, value: ParamValue): string {
  return spec.type === 'number' && spec.unit === 'half'
    ? untilText(Number(value))
    : inSentence(spec, value);
}

/** Most clauses that an offer's headline names. */
const NAMED = 2;

/** An offer in one line: its clauses by name, or the order that it carries. */
export function offerTitle(clauses: readonly Clause[]): string {
  const names = clauses.map(({ kind, order }) =>
    order && kind !== 'pledge_not' ? namedOrder(order) : order ? kindOf(order) : clauseName(kind),
  );
  return [...new Set(names)].slice(0, NAMED).join(' · ');
}

function kindOf(order: NamedOrder): string {
  return t('clauses:without', {
    order: order.kind === VOTE ? namedOrder(order) : kindName(order.kind),
  });
}

/** Lengths of the longest common subsequences of all ends of two sentences. */
function commonEnds(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] =
        a[i] === b[j]
          ? 1 + (table[i + 1]?.[j + 1] ?? 0)
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** What has changed between two wordings, word by word; what was taken out stands before what is new. */
export function changes(old: string, now: string): readonly Piece[] {
  const [a, b] = [old.split(' '), now.split(' ')];
  const table = commonEnds(a, b);
  const pieces: Piece[] = [];
  const put = (as: Piece['as'], words: readonly string[]): void => {
    if (words.length > 0) pieces.push({ as, text: words.join(' ') });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const from = i;
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    }
    put('plain', a.slice(from, i));
    const [oldFrom, newFrom] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      const skipOld = table[i + 1]?.[j] ?? -1;
      const skipNew = table[i]?.[j + 1] ?? -1;
      if (i < a.length && (j >= b.length || skipOld >= skipNew)) i += 1;
      else j += 1;
    }
    put('old', a.slice(oldFrom, i));
    put('new', b.slice(newFrom, j));
  }
  return pieces;
}

/** A clause's sentence against the same clause one version before. */
export function clauseChanges(clause: Clause, old: Clause | null): readonly Piece[] {
  const text = clauseText(clause);
  return old ? changes(clauseText(old), text) : [{ as: 'plain', text }];
}
