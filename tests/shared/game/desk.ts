import { contentOf } from '../../../server/content.ts';
import type { Content } from '../../../shared/core/content.ts';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { GameState, Proviso } from '../../../shared/core/state.ts';
import { advance, createGame, submit, viewFor } from '../../../shared/game/index.ts';
import { cap } from '../talks/table.ts';

const lesson = contentOf('lesson');

export { lesson as content };

/** A game at a depth, played by hand. */
export class Desk {
  readonly content: Content;
  state: GameState;
  #n = 0;

  constructor(depth: Depth = 'standard', content: Content = lesson) {
    this.content = content;
    this.state = createGame(content, { seed: 5, depth });
    this.to('deliberation');
  }

  to(phase: GameState['phase']): this {
    do this.state = advance(this.content, this.state);
    while (this.state.phase !== phase);
    return this;
  }

  try(seat: Power, words: object, id = `c${this.#n}`): string | null {
    this.#n += 1;
    const command = { id, round: this.state.round, ...words };
    const done = submit(this.content, this.state, seat, 'person', command);
    if (done.ok) this.state = done.state;
    if (done.ok) return null;
    const { code, params } = done.refusal;
    return params?.why ? `${code} ${params.why}` : code;
  }

  give(seat: Power, words: object, id?: string): this {
    const refused = this.try(seat, words, id);
    if (refused) throw new Error(`${seat}: ${refused}`);
    return this;
  }

  /** Kazakhstan offers Russia a cap on its toll. */
  offer(): this {
    return this.give('KZ', { type: 'propose', to: ['RU'], clauses: [cap('RU', 600, 2)] }, 'deal');
  }

  sign(): this {
    return this.give('RU', { type: 'sign', proposal: DEAL, version: 1 });
  }

  set(word: string, value: number): this {
    const num = this.state.num.slice();
    num[this.content.layout.find(word)] = value;
    this.state = { ...this.state, num };
    return this;
  }

  view(seat: Power | null) {
    return viewFor(this.content, this.state, seat);
  }

  get went(): string[] {
    return (this.state.report?.orders ?? []).map((o) => `${o.power} ${o.kind}`);
  }
}

export const DEAL = 'KZ-0-deal';
export const toll = { kind: 'toll', params: { toll: 500 } };
export const other = { kind: 'fx', params: { course: 'float' } };
export const hung = (proviso: Partial<Proviso> = {}, order: object = toll): object => ({
  type: 'draft',
  order,
  proviso: { agreement: DEAL, otherwise: other, ...proviso },
});
export const laid = (): Desk => new Desk().offer().give('KZ', hung(), 'x');
