import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Icons in use: Lucide's names, and whether the first screen needs them. */
const USED = [
  'trending-up',
  'shopping-basket',
  'landmark',
  'container',
  'compass',
  'waypoints',
  'hammer',
  'coins',
  'wheat',
  'route',
  'fuel',
  'factory',
  'vote',
  'scale',
  'shield',
  'users',
  'banknote',
  'train-front',
  'construction',
  'gavel',
  'hand-coins',
  'weight',
  'link-2',
  'swords',
  'shuffle',
  'timer',
  'globe',
  'book-check',
  'megaphone',
  'handshake',
  'scroll-text',
  'newspaper',
  'map',
  'check',
  'hourglass',
  'lock',
  'triangle-alert',
  'unplug',
  'bot',
  'pause',
  'play',
  'plus',
  'minus',
  'undo-2',
  'printer',
  'eye',
  'book-open',
  'locate-fixed',
  'circle-help',
  'languages',
  'chevron-down',
  'chevron-up',
  'sun-moon',
  'x',
  'user',
  'copy',
  'key-round',
  'arrow-right',
  'sprout',
  'messages-square',
  'graduation-cap',
  'flask-conical',
  'signature',
  'signpost',
  'file-check',
  'volume-x',
  'volume-2',
  'arrow-left',
  'send',
  'milk-off',
  'store',
  'radio',
  'briefcase-business',
  'piggy-bank',
  'message-circle-question-mark',
  'lightbulb',
  'tent',
  'stamp',
  'badge-percent',
  'scan-search',
  'quote',
  'pencil',
  'equal',
  'merge',
  'percent',
  'shield-off',
] as const;

const folder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons',
);

function attributes(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
}

/** A leading `m` is absolute only at the very start; behind another shape it must say so. */
function startAbsolute(d: string): string {
  const number = '-?(?:\\d+\\.?\\d*|\\.\\d+)';
  return d.replace(
    new RegExp(`^m\\s*(${number})[\\s,]*(${number})\\s*(?=([-.\\d])?)`),
    (_, x: string, y: string, next?: string) => `M${x} ${y}${next === undefined ? '' : 'l'}`,
  );
}

/** Lucide draws with paths, circles, rectangles, lines; one path says the same in one attribute. */
function pathOf(svg: string): string {
  const shapes = [
    ...svg.slice(svg.indexOf('>', svg.indexOf('<svg'))).matchAll(/<(\w+)\s([^>]*?)\/>/g),
  ];
  return shapes
    .map(([, shape, rest]) => {
      const a = attributes(rest ?? '');
      const n = (key: string): number => Number(a[key] ?? 0);
      switch (shape) {
        case 'path': {
          return startAbsolute(a.d ?? '');
        }
        case 'circle': {
          const r = n('r');
          return `M${n('cx') - r} ${n('cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
        }
        case 'line': {
          return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
        }
        case 'rect': {
          const r = n('rx');
          const [w, h] = [n('width') - 2 * r, n('height') - 2 * r];
          const turn = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${x} ${y}`;
          return `M${n('x') + r} ${n('y')}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}z`;
        }
        case 'polyline':
        case 'polygon': {
          return `M${a.points}${shape === 'polygon' ? 'z' : ''}`;
        }
        default:
          throw new Error(`no path for <${shape}>`);
      }
    })
    .join('');
}

function moduleText(): string {
  const lines = USED.map((name) => {
    const file = join(folder, `${name}.svg`);
    const id = name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
    const path = pathOf(readFileSync(file, 'utf8').replace(/<!--.*?-->/gs, ''));
    const one = `export const ${id} = '${path}';`;
    return one.length <= 100 ? one : `export const ${id} =\n  '${path}';`;
  });
  return `// Lucide (ISC), each icon as one path in a box of 24. Written by tests/client/icons.test.ts.\n${lines.join('\n')}\n`;
}

test('the icons are those of Lucide (run with -u after a change)', async () => {
  await expect(moduleText()).toMatchFileSnapshot('../../client/icons/lucide.ts');
});
