import { language, t } from './messages.ts';

const MINUS = '\u2212';
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(decimals: number, sign: boolean): Intl.NumberFormat {
  const id = `${language()} ${decimals} ${sign}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.NumberFormat(language(), {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: sign ? 'exceptZero' : 'negative',
    });
    formats.set(id, format);
  }
  return format;
}

/** A figure in the reader's way; the minus is a real minus. */
export function figure(value: number, decimals = 0): string {
  return formatOf(decimals, false).format(value).replace('-', MINUS);
}

/** A figure with its sign, + or −. */
export function signed(value: number, decimals = 0): string {
  return formatOf(decimals, true).format(value).replace('-', MINUS);
}

/** Billions of dollars, as in `$1.25 bn`. */
export function money(bn: number, decimals = 2): string {
  return t('common:unit.money', { amount: figure(bn, decimals) });
}

/** A half-year such as `2014H2` in words. */
export function halfYear(half: string): string {
  const [year = '', part] = half.split('H');
  return t(part === '1' ? 'common:half.1' : 'common:half.2', { year });
}

/** A half-year in few words, for axes and tables. */
export function halfYearShort(half: string): string {
  const [year = '', part] = half.split('H');
  return t(part === '1' ? 'common:halfShort.1' : 'common:halfShort.2', { year });
}

/** Names in a row, joined in the reader's way. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}
