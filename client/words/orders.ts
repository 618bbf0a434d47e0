import type { ParamSpec, Params, ParamValue } from '../../shared/core/order.ts';
import { describeOrder } from '../../shared/game/index.ts';
import { figure, halfYear, halfYearShort, money } from '../i18n/format.ts';
import { gapsUnder, hasText, named, t } from '../i18n/messages.ts';

/** Message groups of choices; the short one is for controls, the other for sentences. */
function groupOf(spec: ParamSpec & { readonly type: 'choice' }, short: boolean): string {
  switch (spec.names) {
    case 'place':
      return 'map:place';
    case 'corridor':
      return short ? 'orders:corridorShort' : 'orders:corridor';
    case 'project':
      return short ? 'orders:projectShort' : 'orders:project';
    case 'line':
      return 'orders:line';
    case 'power':
      return 'common:power';
    default:
      return `orders:option.${spec.id}`;
  }
}

/** A number with the unit of its parameter. */
function amountText(unit: string, value: number): string {
  if (unit === 'bn') return money(value);
  if (unit === 'perFeu') return t('common:unit.perFeu', { amount: figure(value) });
  if (unit === 'percent') {
    return t('common:unit.percent', { amount: figure(value, Number.isInteger(value) ? 0 : 1) });
  }
  if (unit === 'days') {
    const amount = figure(value, Number.isInteger(value) ? 0 : 1);
    return t('common:unit.days', { count: value, amount });
  }
  if (unit === 'mt') {
    return t('common:unit.mt', { amount: figure(value, Number.isInteger(value) ? 0 : 1) });
  }
  if (unit === 'rounds') {
    return t('common:unit.rounds', { count: value, amount: figure(value) });
  }
  if (unit === 'points') {
    return t('common:unit.points', { count: value, amount: figure(value) });
  }
  return figure(value);
}

/** A parameter's value as it stands in a sentence. */
export function inSentence(spec: ParamSpec, value: ParamValue): string {
  if (spec.type === 'number') return amountText(spec.unit, Number(value));
  if (spec.names === 'half') return halfYear(String(value));
  return named(groupOf(spec, false), String(value));
}

/** A parameter's value as it stands on a control. */
export function onControl(spec: ParamSpec, value: ParamValue): string {
  if (spec.type === 'number') return amountText(spec.unit, Number(value));
  if (spec.names === 'half') return halfYearShort(String(value));
  return named(groupOf(spec, true), String(value));
}

function words(kind: string, params: Params): Record<string, string> {
  const specs = describeOrder(kind).params;
  return Object.fromEntries(
    specs.map((spec) => [spec.id, inSentence(spec, params[spec.id] ?? spec.initial)]),
  );
}

/** The wording that fits a setting: one chosen option may have a sentence of its own. */
function wording(group: 'title' | 'motion' | 'why', kind: string, params: Params): string {
  for (const value of Object.values(params)) {
    const key = `orders:${group}.${kind}.${value}`;
    if (typeof value === 'string' && hasText(key)) return key;
  }
  return `orders:${group}.${kind}.any`;
}

function say(group: 'title' | 'motion' | 'why', kind: string, params: Params): string {
  const key = wording(group, kind, params);
  const at = key.lastIndexOf('.');
  return named(key.slice(0, at), key.slice(at + 1), words(kind, params));
}

/** What an order does, as a sentence with a verb. */
export function orderTitle(kind: string, params: Params): string {
  return say('title', kind, params);
}

/** What a motion asks of the union, to stand after who moves it. */
export function motionText(kind: string, params: Params): string {
  return say('motion', kind, params);
}

/** Whether the title of an order says nothing but what these settings, perhaps not all, tell. */
export function saysAll(kind: string, params: Params): boolean {
  const key = wording('title', kind, params);
  const gaps = gapsUnder(`orders:title.${kind}`)[key.slice(key.lastIndexOf('.') + 1)];
  return hasText(key) && (gaps ?? []).every((gap) => gap in params);
}

/**
 * How a figure of an order stands to its title: `told` in it, `beside` it because no wording tells
 * it, or `idle` because only other settings give it a meaning.
 */
export function figureIn(kind: string, params: Params, id: string): 'told' | 'beside' | 'idle' {
  const key = wording('title', kind, params);
  const gaps = gapsUnder(`orders:title.${kind}`);
  if (gaps[key.slice(key.lastIndexOf('.') + 1)]?.includes(id)) return 'told';
  return Object.values(gaps).some((one) => one.includes(id)) ? 'idle' : 'beside';
}

/** An order's title with the figures that it does not tell by itself. */
export function fullTitle(kind: string, params: Params): string {
  const { params: specs, main } = describeOrder(kind);
  const beside = specs.filter(
    (spec) =>
      spec.type === 'number' &&
      spec.id in params &&
      (main.includes(spec.id) || params[spec.id] !== spec.initial) &&
      figureIn(kind, params, spec.id) === 'beside',
  );
  const title = orderTitle(kind, params);
  if (beside.length === 0) return title;
  const figures = beside.map((spec) => inSentence(spec, params[spec.id] ?? spec.initial));
  return `${title} (${figures.join(', ')})`;
}

/** The settings of an order that is named in part. */
export function valueNames(kind: string, params: Params): readonly string[] {
  return describeOrder(kind)
    .params.filter((spec) => spec.id in params)
    .map((spec) => onControl(spec, params[spec.id] ?? spec.initial));
}

/** Why one would give it, in one line. */
export function orderWhy(kind: string, params: Params): string {
  return say('why', kind, params);
}

export function kindName(kind: string): string {
  return named('orders:kind', kind);
}

export function paramName(spec: ParamSpec): string {
  return named('orders:param', spec.id);
}
