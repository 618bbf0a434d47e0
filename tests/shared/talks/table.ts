import { contentOf } from '../../../server/content.ts';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { AgreedClause, Agreement, Clause } from '../../../shared/core/talk.ts';
import { advance, createGame, submit } from '../../../shared/game/index.ts';
import { variant } from '../economy/variant.ts';

export const lesson = contentOf('lesson');
/** The lesson without events and with drivers that stand still. */
export const still = variant({});

type Words = Readonly<Record<string, unknown>> & { readonly type: string };

/** A game played by hand: commands of any seat, phase by phase. */
export class Table {
  readonly content;
  state: GameState;
  #n = 0;

  constructor(content = still, seed = 5, depth: Depth = 'intro') {
    this.content = content;
    this.state = advance(content, advance(content, createGame(content, { seed, depth })));
  }

  /** Answer of the rules: null, or the code of the refusal. */
  say(seat: Power, words: Words): string | null {
    this.#n += 1;
    const command = { id: `c${this.#n}`, round: this.state.round, ...words };
    const done = submit(this.content, this.state, seat, 'person', command);
    if (!done.ok) return done.refusal.code;
    this.state = done.state;
    return null;
  }

  /** The same for words that must be accepted. @throws Error with the refusal's code */
  give(seat: Power, words: Words): this {
    const refused = this.say(seat, words);
    if (refused !== null) throw new Error(`${seat} ${words.type}: ${refused}`);
    return this;
  }

  order(seat: Power, kind: string, params: object = {}): this {
    return this.give(seat, { type: 'draft', order: { kind, params } });
  }

  /** Offers and signs: everybody who must. */
  agree(by: Power, to: readonly Power[], clauses: readonly Clause[]): this {
    this.give(by, { type: 'propose', to, clauses });
    const { id, versions } = this.lastOffer();
    for (const seat of to) {
      this.give(seat, { type: 'sign', proposal: id, version: versions.length });
    }
    return this;
  }

  lastOffer() {
    const offer = this.state.talks.proposals.at(-1);
    if (!offer) throw new Error('nothing was offered');
    return offer;
  }

  get agreement(): Agreement {
    const last = this.state.talks.agreements.at(-1);
    if (!last) throw new Error('nothing was agreed');
    return last;
  }

  /** An agreement by the place of its signing. */
  agreed(at: number): Agreement {
    const one = this.state.talks.agreements.at(at);
    if (!one) throw new Error('nothing was agreed');
    return one;
  }

  get clause(): AgreedClause {
    return this.agreement.clauses[0] as AgreedClause;
  }

  /** Sets words by hand; patterns such as `trust(*,*)` are allowed. */
  set(words: Readonly<Record<string, number>>): this {
    const num = this.state.num.slice();
    for (const [pattern, value] of Object.entries(words)) {
      for (const at of this.content.layout.entries(pattern)) num[at] = value;
    }
    this.state = { ...this.state, num };
    return this;
  }

  /** Resolves the round and stops at its report. */
  resolve(): this {
    while (this.state.phase !== 'report') this.state = advance(this.content, this.state);
    return this;
  }

  /** Resolves the round and opens deliberation of the next. */
  next(): this {
    this.resolve();
    while (this.state.phase !== 'deliberation') this.state = advance(this.content, this.state);
    return this;
  }

  at(word: string): number {
    return this.state.num[this.content.layout.find(word)] as number;
  }
}

export const cap = (by: Power, max: number, until: number, split = 0): Clause => ({
  kind: 'toll_cap',
  by,
  params: { corridor: 'trunk', max, split },
  until,
});

export const pledge = (
  kind: 'pledge_do' | 'pledge_not',
  by: Power,
  order: Clause['order'],
  until: number,
): Clause => ({ kind, by, params: {}, ...(order ? { order } : {}), until });
