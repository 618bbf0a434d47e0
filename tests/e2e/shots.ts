/**
 * `npm run shots`: pictures of every page and state at three sizes in both colours, and one contact
 * sheet for each size and colour, in `dist/shots`. For looking, not for judging: nothing is compared.
 *
 *   npm run shots -- [phone|laptop|desktop …] [en|ru …] [standard|expert]
 *
 * A deeper level plays the long scenario; a first game the short one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { LANGUAGES, type Language } from '../../client/i18n/languages.ts';
import { layersAt } from '../../client/state/mapLayers.ts';
import { DEPTHS, type Depth } from '../../shared/core/powers.ts';
import { HandClock } from '../server/support/clock.ts';
import { House } from '../server/support/house.ts';
import { findOrInstallBrowser, launchBrowser } from './support/browser.ts';
import { type Chosen, DESKTOP, LAPTOP, Person, PHONE } from './support/table.ts';
import { turnTo } from './support/turn.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'dist', 'shots');

const SIZES = { desktop: DESKTOP, laptop: LAPTOP, phone: PHONE } as const;
type Size = keyof typeof SIZES;
const COLOURS = ['light', 'dark'] as const;
type Colour = (typeof COLOURS)[number];

interface Shot {
  readonly name: string;
  readonly png: Buffer;
}
type Sheets = Readonly<Record<Colour, Shot[]>>;

/** Time that fonts, map and colours need until nothing moves any more. */
const SETTLE_MS = 600;

class Album {
  readonly size: Size;
  readonly language: Language;
  readonly game: Chosen;
  /** Size, language and level, as the folders are called; English and a first game go without saying. */
  readonly name: string;
  readonly sheets: Sheets = { light: [], dark: [] };

  constructor(size: Size, language: Language, depth: Depth) {
    this.size = size;
    this.language = language;
    this.game = { scenario: depth === 'intro' ? 'lesson' : 'crossroads', depth };
    const more = [language === 'en' ? '' : language, depth === 'intro' ? '' : depth];
    this.name = [size, ...more].filter(Boolean).join('-');
  }

  /** Takes the page as it stands, in both colours; the page must follow a change of colours at once. */
  async take(person: Person, name: string, whole = false): Promise<void> {
    for (const colour of COLOURS) {
      await person.page.emulateMedia({ colorScheme: colour, reducedMotion: 'reduce' });
      await person.page.evaluate(() => document.fonts.ready.then(() => undefined));
      await person.page.waitForTimeout(SETTLE_MS);
      const png = await person.page.screenshot({ fullPage: whole });
      const at = join(folder, `${this.name}-${colour}`);
      mkdirSync(at, { recursive: true });
      const number = String(this.sheets[colour].length + 1).padStart(2, '0');
      writeFileSync(join(at, `${number}-${name.replace(/\W+/g, '-')}.png`), png);
      this.sheets[colour].push({ name, png });
    }
  }

  /** One picture of all pictures, small, with their names. */
  async sheet(browser: Browser, colour: Colour): Promise<string> {
    const phone = this.size === 'phone';
    const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } });
    const figures = this.sheets[colour].map(
      ({ name, png }) =>
        `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
    );
    await page.setContent(
      `<style>
        body { margin: 24px; background: #888; font: 16px sans-serif; display: grid; gap: 24px;
          grid-template-columns: repeat(${phone ? 6 : 3}, 1fr); align-items: start }
        figure { margin: 0 } img { width: 100%; display: block } figcaption { padding: 6px 0 }
      </style>${figures.join('')}`,
      { waitUntil: 'load' },
    );
    const path = join(folder, `sheet-${this.name}-${colour}.png`);
    await page.screenshot({ path, fullPage: true });
    await page.close();
    return path;
  }
}

/** Goes through every page and state once, and takes each. */
async function walk(browser: Browser, house: House, clock: HandClock, album: Album): Promise<void> {
  const phone = album.size === 'phone';
  const device = { viewport: SIZES[album.size], hasTouch: phone, locale: album.language };
  const host = await Person.arrive(browser, house.url, device);
  const { page } = host;
  const parts = async (name: string): Promise<void> => {
    if (!phone) return album.take(host, name);
    for (const part of ['map', 'desk', 'talks', 'world'] as const) {
      await host.press(`game:tab.${part}`);
      await album.take(host, `${name}, ${part}`);
    }
    await host.press('game:tab.desk');
  };

  await host.open('/');
  await album.take(host, 'front', true);
  await host.open('/credits.html');
  await album.take(host, 'credits', true);
  await host.open('/join.html?c=ZZZZZZ');
  await page.getByRole('alert').first().waitFor();
  await album.take(host, 'wrong code', true);

  const code = await host.openTable('Aigerim', album.game);
  const pass = async (phase: 'deliberation' | 'ink' | 'report' | 'briefing', round: number) => {
    await turnTo(house, clock, code, phase, round);
    await host.isIn(phase, round);
    // The page learns the server's time when it connects, and has missed that it was turned.
    await host.reload();
    await host.isIn(phase, round);
  };
  const guest = await Person.arrive(browser, house.url, device);
  guest.rounds = host.rounds;
  await guest.open(`/join.html?c=${code}`);
  await album.take(guest, 'welcome', true);
  await guest.sit('Wei', 'CN');
  await guest.isIn('lobby');
  await album.take(host, 'lobby of the host', true);
  await album.take(guest, 'lobby of a guest', true);

  await host.press('lobby:start');
  await host.isIn('briefing', 0);
  await page.locator('.stage canvas').first().waitFor({ state: 'attached' });
  await album.take(host, 'news');
  await pass('deliberation', 0);
  await parts('orders');
  for (const layer of layersAt(album.game.depth).slice(1)) {
    if (phone) await host.press('game:tab.map');
    await page.getByRole('tab', { name: host.say(`map:sheet.${layer}.tab`) }).click();
    await album.take(host, `map, ${layer}`);
  }
  if (phone) await host.press('game:tab.talks');
  await page.locator('#channel-CN').click();
  await page.locator('.ready-open, .terms').first().waitFor();
  await album.take(host, 'talks', phone);
  await host.press(phone ? 'talks:back' : 'talks:toMap');
  if (phone) await host.press('game:tab.desk');
  await host.draft(2);
  await parts('drafted');
  for (const dialog of ['help', 'key', 'table'] as const) {
    await host.openDialog(dialog);
    await album.take(host, `dialog ${dialog}`);
    await page.keyboard.press('Escape');
  }
  await pass('ink', 0);
  await album.take(host, 'ink time');
  await pass('report', 0);
  await album.take(host, 'first report', true);
  // A deeper report shows everything at once.
  if (album.game.depth === 'intro') {
    await host.press('game:report.allCauses');
    await album.take(host, 'report with all causes', true);
  }
  await host.press('game:report.onMap');
  await album.take(host, 'report on the map');

  for (let round = 1; round < host.rounds; round += 1) {
    await pass('briefing', round);
    if (round === 1) await album.take(host, 'second briefing');
    await pass('deliberation', round);
    if (phone) await host.press('game:tab.desk');
    await host.draft(2);
    if (round === 3) await parts('middle of the game');
    await pass('ink', round);
    await pass('report', round);
    if (round === 3) await album.take(host, 'later report', true);
  }
  await turnTo(house, clock, code, 'debrief');
  await host.isIn('debrief');
  await album.take(host, 'end', true);

  await host.leave();
}

const wanted = process.argv.slice(2);
const chosen = <T extends string>(all: readonly T[], first: readonly T[]): readonly T[] => {
  const found = all.filter((one) => wanted.includes(one));
  return found.length > 0 ? found : first;
};
const allSizes = Object.keys(SIZES) as Size[];
const allLanguages = LANGUAGES.map(({ id }) => id);
const sizes = chosen(allSizes, allSizes);
const spoken = chosen<Language>(allLanguages, ['en']);
const depths = chosen<Depth>(DEPTHS, ['intro']);
const known: readonly string[] = [...allSizes, ...allLanguages, ...DEPTHS];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no size, language or level ${unknown.join(', ')}; there are ${known.join(', ')}.`,
  );
  process.exit(1);
}
process.env.CHROMIUM = findOrInstallBrowser();
const built = spawnSync(process.execPath, [join(root, 'server/start.mjs'), '--build-only'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const clock = new HandClock();
const house = await House.open({ clock });
const browser = await launchBrowser();
try {
  const albums = sizes.flatMap((size) =>
    spoken.flatMap((one) => depths.map((depth) => new Album(size, one, depth))),
  );
  for (const album of albums) {
    try {
      await walk(browser, house, clock, album);
    } catch (error) {
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [i, page] of pages.entries()) {
        await page.screenshot({ path: join(folder, `failed-${album.name}-${i}.png`) });
      }
      throw error;
    }
    for (const colour of COLOURS) console.log(await album.sheet(browser, colour));
  }
} finally {
  await browser.close();
  await house.close();
}
