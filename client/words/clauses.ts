import type { ParamSpec, ParamValue } from '../../shared/core/order.ts';
import type { Power } from '../../shared/core/powers.ts';
import { type Clause, type Condition, type NamedOrder, VOTE } from '../../shared/core/talk.ts';
import { describeClause } from '../../shared/game/index.ts';
import { list } from '../i18n/format.ts';
import { hasText, named, t } from '../i18n/messages.ts';
import { content, phase, round, rounds, view } from '../state/game.ts';
import { changes, type Piece } from './changes.ts';
import { indicatorName, valueWithUnit } from './indicators.ts';
import {
  fullTitle,
  inSentence,
  kindName,
  orderTitle,
  paramName,
  saysAll,
  valueNames,
} from './orders.ts';

/** A round's half-year as it stands behind "by the end of". */
export function untilText(until: number): string {
  // At the end no half-year is this one any more.
  if (until === round.value && phase.value !== 'debrief') return t('clauses:half.now');
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
  if (saysAll(order.kind, order.params)) return fullTitle(order.kind, order.params);
  const values = valueNames(order.kind, order.params);
  return values.length === 0
    ? t('clauses:anyOrder', { kind: kindName(order.kind) })
    : `${kindName(order.kind)}: ${values.join(', ')}`;
}

/** Settings that have a sentence of their own for each choice, in the order of its key. */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  revenue_split: ['roads'],
  transfer: ['escrow', 'form', 'schedule'],
  tariff_ntb: ['measure', 'sector'],
  supply: ['fuel', 'price'],
  chapter_joint: ['chapter'],
  ceasefire: ['measures'],
};

/** The wording that fits a clause's terms. */
function wording({ kind, params, order }: Clause): string {
  if (kind === 'toll_cap' && Number(params.split) > 0) return 'toll_cap_split';
  if (kind === 'transfer' && params.escrow === 'held' && !('amount' in params)) {
    return 'transfer_untold';
  }
  if (kind === 'access' && Number(params.delay) === 0) return 'access_free';
  if (kind === 'project' && params.bidding && params.bidding !== 'any') {
    return `project_${params.bidding}`;
  }
  if (order?.kind === VOTE) return 'pledge_do_vote';
  const own = [kind, ...(WORDED[kind] ?? []).map((id) => params[id])].join('_');
  return hasText(`clauses:text.${own}`) ? own : kind;
}

/** A power stands inside a sentence, other values as they are. */
function wordOfValue(spec: ParamSpec, value: ParamValue): string {
  const power = spec.type === 'choice' && spec.names === 'power';
  return power ? named('common:powerInside', String(value)) : inSentence(spec, value);
}

function valuesOf(clause: Clause): Record<string, string> {
  const specs = describeClause(clause.kind).params;
  return {
    ...Object.fromEntries(
      specs.map((spec) => [spec.id, wordOfValue(spec, clause.params[spec.id] ?? spec.initial)]),
    ),
    by: t(`common:powerAtStart.${clause.by}`),
    until: untilText(clause.until),
    order: clause.order ? namedOrder(clause.order) : '',
    text: clause.text ?? '',
  };
}

/** A clause as a sentence, and what it hangs on as a second one. */
export function clauseText(clause: Clause): string {
  const text = named('clauses:text', wording(clause), valuesOf(clause));
  const when = whenText(clause);
  return when ? `${text} ${when}` : text;
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
  const names = clauses.map(({ kind, order }) => {
    if (!order) return clauseName(kind);
    const name =
      order.kind !== VOTE && saysAll(order.kind, order.params)
        ? orderTitle(order.kind, order.params)
        : namedOrder(order);
    return kind === 'pledge_not' ? t('clauses:without', { order: name }) : name;
  });
  return [...new Set(names)].slice(0, NAMED).join('\u00a0· ');
}

/** A clause's sentence against the same clause one version before. */
export function clauseChanges(clause: Clause, old: Clause | null): readonly Piece[] {
  const text = clauseText(clause);
  return old ? changes(clauseText(old), text) : [{ as: 'plain', text }];
}

/** Whose an indicator is. */
export function ownerName(owner: Power | 'shared'): string {
  return owner === 'shared' ? t('clauses:when.shared') : t(`common:power.${owner}`);
}

/** The points and the parties of a deal by its id; null where this seat does not know it. */
export function dealNamed(id: string) {
  const { agreements = [], proposals = [] } = view.value?.talks ?? {};
  const agreed = agreements.find((one) => one.id === id);
  if (agreed) return agreed;
  const offer = proposals.find((one) => one.id === id);
  return offer ? { ...offer, clauses: offer.versions.at(-1)?.clauses ?? [] } : null;
}

/** An offer or an agreement by its id, in one line. */
export function dealTitle(id: string): string {
  return offerTitle(dealNamed(id)?.clauses ?? []);
}

/** A condition as it stands behind "if". */
export function conditionText(when: Condition): string {
  switch (when.on) {
    case 'indicator': {
      const { owner, indicator, is, value } = when;
      const known = content.value?.indicators[owner].find(({ id }) => id === indicator);
      return t(`clauses:when.text.${is}`, {
        indicator: indicatorName(indicator),
        owner: ownerName(owner),
        value: known ? valueWithUnit(known, value) : String(value),
      });
    }
    case 'agreement': {
      const deal = dealNamed(when.agreement);
      if (!deal) return t('clauses:when.text.unknown');
      return t('clauses:when.text.agreement', {
        title: offerTitle(deal.clauses),
        powers: list(deal.parties.map((power) => t(`common:power.${power}`))),
      });
    }
    case 'order':
      return t('clauses:when.text.order', {
        power: t(`common:powerInside.${when.power}`),
        order: namedOrder(when.order),
      });
  }
}

/** What a clause hangs on, as a sentence of its own; null where it hangs on nothing. */
export function whenText(clause: Clause): string | null {
  const { kind, when } = clause;
  if (!when) return null;
  const frees = describeClause(kind).ownsCondition?.(clause);
  return t(frees ? 'clauses:when.freesText' : 'clauses:when.bindsText', {
    condition: conditionText(when),
  });
}
