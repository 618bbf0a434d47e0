import { computed } from '@preact/signals';
import { content, seat, view } from './game.ts';

/** A figure of a power that not everybody may read: its value, whether only about, or null = not told. */
export interface Known {
  readonly id: 'reserves' | 'presence';
  readonly value: number | null;
  readonly about: boolean;
}

function read(word: string): Pick<Known, 'value' | 'about'> {
  const at = content.value?.layout.find(word) ?? -1;
  return { value: view.value?.num[at] ?? null, about: view.value?.bands.includes(at) ?? false };
}

/** What the seat knows of Kazakhstan's reserves and of Russian soldiers there, where its depth speaks of them. */
export const known = computed<Readonly<Partial<Record<'KZ' | 'RU', Known>>>>(() => {
  const depth = view.value?.depth;
  if (!depth || depth === 'intro') return {};
  return {
    // Its own purse a government reads among its indicators.
    ...(seat.value === 'KZ' ? {} : { KZ: { id: 'reserves', ...read('fund') } }),
    ...(depth === 'expert' ? { RU: { id: 'presence', ...read('presence(RU)') } } : {}),
  };
});
