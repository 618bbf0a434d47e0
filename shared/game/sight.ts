import type { Content } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import type { WordSpec } from '../core/words.ts';

type Sight = 'exact' | 'band' | 'hidden';

/** How one seat sees each entry of the numeric state; depends on nothing but scenario and seat. */
function sightOf(content: Content, seat: Power | null): readonly Sight[] {
  const { layout } = content;
  return layout.spec.map((spec, index) => {
    if (sees(spec, layout.label[index] as string, seat)) return 'exact';
    return spec.band !== undefined ? 'band' : 'hidden';
  });
}

function sees(spec: WordSpec, label: string, seat: Power | null): boolean {
  if (spec.see === 'all') return true;
  if (spec.see === 'none' || seat === null) return false;
  if (spec.see === 'own') return ownerOf(label) === seat;
  return spec.see.includes(seat);
}

/** First key of a label: `pc(KZ)` belongs to KZ. */
function ownerOf(label: string): string {
  return label.slice(label.indexOf('(') + 1).split(/[,)]/)[0] as string;
}

const sights = new WeakMap<Content, Map<Power | null, readonly Sight[]>>();

/** How a seat sees each entry of the numeric state, shape [layout.size]. */
export function sightFor(content: Content, seat: Power | null): readonly Sight[] {
  let bySeat = sights.get(content);
  if (!bySeat) {
    bySeat = new Map();
    sights.set(content, bySeat);
  }
  let sight = bySeat.get(seat);
  if (!sight) {
    sight = sightOf(content, seat);
    bySeat.set(seat, sight);
  }
  return sight;
}

/** Whether a power reads an entry of the numeric state to its digits, whatever happens in the game. */
export function seesExactly(content: Content, seat: Power, index: number): boolean {
  return sightFor(content, seat)[index] === 'exact';
}
