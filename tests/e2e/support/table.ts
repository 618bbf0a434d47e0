/** A person before a screen: opens pages, reads what stands there, presses what can be pressed. */
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { LANGUAGES, type Language } from '../../../client/i18n/languages.ts';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { Phase } from '../../../shared/core/state.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { watchPage } from './watch.ts';
import { say } from './words.ts';

export const DESKTOP = { width: 1440, height: 900 } as const;
export const LAPTOP = { width: 1366, height: 768 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** A game that is chosen on the front page; without a choice it is the usual one, of six rounds. */
export interface Chosen {
  readonly scenario: 'lesson' | 'crossroads';
  readonly depth: Depth;
}
const ROUNDS: Readonly<Record<Chosen['scenario'], number>> = { lesson: 6, crossroads: 12 };

/** Generous against a busy machine; what must be quick is measured by itself. */
const PATIENCE = 20_000;

export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  /** The language that the pages speak to this person now. */
  language: Language;
  /** Rounds of the game that is played. */
  rounds = ROUNDS.lesson;
  readonly #complaints: readonly string[];

  private constructor(page: Page, context: BrowserContext, origin: string, language: Language) {
    this.language = language;
    this.page = page;
    this.context = context;
    this.origin = origin;
    this.#complaints = watchPage(page, origin);
    page.setDefaultTimeout(PATIENCE);
  }

  /** A fresh device: nothing stored, light colours, the window of a laptop, English unless told. */
  static async arrive(
    browser: Browser,
    origin: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: DESKTOP,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      ...options,
    });
    const spoken = LANGUAGES.find(({ id }) => options.locale?.startsWith(id)) ?? LANGUAGES[0];
    return new Person(await context.newPage(), context, origin, spoken.id);
  }

  /** What the page did that it must not; `allowed` lets through what a test provoked. */
  complaints(allowed: RegExp = /^$/): string[] {
    return this.#complaints.filter((line) => !allowed.test(line));
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(new URL(path, this.origin).href);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  button(key: string, params?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: this.say(key, params), exact: true });
  }

  async press(key: string, params?: Readonly<Record<string, string | number>>): Promise<void> {
    await this.button(key, params).click();
  }

  /** Opens a dialog of the top bar; on a phone all but the help lie behind the help. */
  async openDialog(what: 'help' | 'key' | 'table'): Promise<void> {
    if (!(await this.button(`game:menu.${what}`).isVisible())) await this.press('game:menu.help');
    await this.press(`game:menu.${what}`);
    const title = this.say(
      { help: 'game:help.heading', key: 'game:key.heading', table: 'game:menu.table' }[what],
    );
    await this.page.getByRole('dialog', { name: title }).waitFor();
  }

  /** What stands under a key in this person's language. */
  say(key: string, params?: Readonly<Record<string, string | number>>): string {
    return say(key, params, this.language);
  }

  /** Changes the language by its own name: in the head of a page, or behind the tools of a game. */
  async chooseLanguage(id: Language): Promise<void> {
    const name = LANGUAGES.find((one) => one.id === id)?.name ?? id;
    const button = this.page.getByRole('button', { name, exact: true });
    if ((await button.count()) === 0) {
      if (!(await this.button('common:language').isVisible())) await this.press('game:menu.help');
      await this.press('common:language');
    }
    await button.click();
    this.language = id;
    await this.page.waitForFunction((lang) => document.documentElement.lang === lang, id);
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** From the front page into a game against bots; resolves when the hand can be played. */
  async playNow(power: Power, game?: Chosen): Promise<void> {
    await this.open('/');
    const name = this.say(`common:power.${power}`);
    await this.page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
    await this.chooseGame('front:play.heading', game);
    await this.press('front:play.start', { power: name });
    await this.isIn('briefing');
  }

  /** Opens a table for friends and returns its code. */
  async openTable(name: string, game?: Chosen): Promise<string> {
    await this.open('/');
    const form = this.page.getByRole('region', { name: this.say('front:friends.heading') });
    await this.chooseGame('front:friends.heading', game);
    await form.getByLabel(this.say('front:friends.name')).fill(name);
    await form.getByRole('button', { name: this.say('front:friends.submit') }).click();
    await this.page.getByRole('heading', { name: this.say('lobby:heading') }).waitFor();
    return this.code();
  }

  /** Chooses years and level in one of the ways into a game. */
  async chooseGame(way: string, game?: Chosen): Promise<void> {
    if (!game) return;
    const region = this.page.getByRole('region', { name: this.say(way) });
    await region.getByLabel(this.say('front:play.scenario')).selectOption(game.scenario);
    await region.getByLabel(this.say('front:play.level')).selectOption(game.depth);
    this.rounds = ROUNDS[game.scenario];
  }

  code(): string {
    const code = new URL(this.page.url()).searchParams.get('c') ?? '';
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    return code;
  }

  /** Types the code on the front page, chooses a pseudonym and a seat, sits down. */
  async join(code: string, name: string, power: Power): Promise<void> {
    await this.open('/');
    await this.typeCode(code);
    await this.page.getByRole('heading', { name: this.say('join:heading') }).waitFor();
    await this.sit(name, power);
  }

  /** Types a code into its six fields; the last character sends it. */
  async typeCode(code: string): Promise<void> {
    await this.page.getByLabel(new RegExp(`${this.say('front:join.code')}, 1`)).click();
    await this.page.keyboard.type(code);
  }

  /** On the welcome step: pseudonym, seat, and down. */
  async sit(name: string, power: Power): Promise<void> {
    await this.page.getByLabel(this.say('join:name')).fill(name);
    await this.page
      .getByRole('radio', { name: new RegExp(this.say(`common:power.${power}`)) })
      .check({ force: true });
    await this.press('join:submit');
    await this.page.waitForURL(/\/game/);
    await this.page
      .getByRole('heading', { level: 1, name: this.say(`common:power.${power}`) })
      .waitFor();
  }

  /** Waits until this screen shows the phase, and of which round where it is told. */
  async isIn(phase: Phase, round?: number): Promise<void> {
    if (phase === 'lobby') {
      await this.page.getByRole('heading', { name: this.say('lobby:heading') }).waitFor();
    } else if (phase === 'debrief') {
      await this.page.locator('main.end').waitFor();
    } else {
      await this.page
        .locator('[aria-current="step"]', { hasText: this.say(`game:phase.${phase}`) })
        .waitFor({ state: 'attached' });
      if (phase === 'report') await this.page.locator('main.report').waitFor();
    }
    if (round !== undefined) {
      await this.page.waitForFunction(
        (part) => document.querySelector('header.top')?.textContent?.includes(part),
        this.say('game:round', { round: round + 1, rounds: this.rounds }),
      );
    }
  }

  /** All cards of the hand. */
  cards(): Locator {
    return this.page.locator('article.card');
  }

  /** Waits until the hand is dealt: it takes the browser a moment. */
  async isDealt(): Promise<void> {
    await this.cards().first().waitFor();
  }

  /**
   * Drafts the first cards that may be drafted, as many as asked; returns how many could be.
   * @param options.alone passes over orders that wait for a partner's signature
   * @param options.but kinds that are passed over too
   */
  async draft(
    count: number,
    { alone = false, but = [] }: { alone?: boolean; but?: readonly string[] } = {},
  ): Promise<number> {
    await this.isDealt();
    let done = 0;
    for (let i = 0; done < count && i < (await this.cards().count()); i += 1) {
      const card = this.cards().nth(i);
      if ((await card.getAttribute('data-state')) !== 'hand') continue;
      const kind = (await card.getAttribute('id'))?.replace('card-', '') ?? '';
      if (but.includes(kind) || (alone && orderKind(kind)?.partners)) continue;
      const lay = card.locator('footer').getByRole('button');
      if (!(await lay.isEnabled())) continue;
      await lay.click();
      await card.and(this.page.locator('[data-state="drafted"]')).waitFor();
      done += 1;
    }
    return done;
  }

  /** Cards whose orders lie drafted. */
  drafts(): Locator {
    return this.page.locator('article.card[data-state="drafted"]');
  }

  /** Kinds of the orders that lie drafted, as the cards say it. */
  async drafted(): Promise<string[]> {
    await this.isDealt();
    return this.drafts().locator('h3').allTextContents();
  }

  goOn(): Promise<void> {
    return this.press('game:ready.go');
  }

  ready(): Promise<void> {
    return this.press('game:ready.do');
  }

  /** Plays one round alone, from the news to the news: looks, drafts, is ready, reads. */
  async playRound(round: number, orders: number): Promise<number> {
    await this.isIn('briefing', round);
    await this.goOn();
    await this.isIn('deliberation', round);
    const given = await this.draft(orders);
    await this.ready();
    await this.isIn('report', round);
    return given;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
