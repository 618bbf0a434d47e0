import {
  type Move,
  nextMoves,
  PERSONA_OF,
  PERSONAS,
  randomOrders,
} from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import { type Depth, POWERS, type Power } from '../../shared/core/powers.ts';
import { draw } from '../../shared/core/random.ts';
import type { GameState } from '../../shared/core/state.ts';
import {
  advance,
  createGame,
  judged,
  sceneOfView,
  submit,
  viewFor,
} from '../../shared/game/index.ts';
import type { Policy } from './scripted.ts';

/** `random` (legal orders by lot) and `idle` (none) are for comparison only. */
export type Skill = 'easy' | 'random' | 'idle';

export interface PlayedGame {
  readonly state: GameState;
  readonly orders: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly nonFinite: number;
  readonly resolveMs: number;
}

/** Times that every bot may look at the table again within a phase: offers go back and forth. */
const PASSES = 8;
/** Steps of one bot's turn. */
const STEPS = 8;

/** Personas of a game, drawn by its seed, so that games of a series differ in their players. */
function personaFor(seed: number, power: Power): string {
  const names = Object.keys(PERSONAS).sort();
  if (seed % 4 === 1) return PERSONA_OF[power];
  return names[Math.floor(draw(seed, 0, 'persona', power) * names.length)] as string;
}

/** One game in the making: bots give commands, and what is refused is counted. */
class Play {
  readonly content: Content;
  readonly seed: number;
  readonly skills: Readonly<Record<Power, Skill | Policy>>;
  readonly refusals: Record<string, number> = {};
  state: GameState;
  #commands = 0;

  constructor(
    content: Content,
    depth: Depth,
    seed: number,
    skills: Readonly<Record<Power, Skill | Policy>>,
  ) {
    this.content = content;
    this.seed = seed;
    this.skills = skills;
    this.state = advance(content, createGame(content, { seed, depth }));
  }

  /** Those who draw lots order first and say nothing; the others talk until nobody has more to say. */
  deliberate(): void {
    for (const power of POWERS) {
      if (this.skills[power] !== 'random') continue;
      const view = viewFor(this.content, this.state, power);
      for (const order of randomOrders(this.content, view, this.seed)) {
        this.#give(power, { type: 'draft', order });
      }
    }
    for (const power of POWERS) {
      const policy = this.skills[power];
      if (typeof policy === 'object') this.#follow(power, policy);
    }
    this.talk();
  }

  /** A scripted policy drafts what it may of its wishes; nothing that it asks for is refused. */
  #follow(power: Power, policy: Policy): void {
    let given = 0;
    for (const order of policy.wishes(this.state.round)) {
      if (given >= policy.orders) break;
      const view = viewFor(this.content, this.state, power);
      const scene = sceneOfView(this.content, view);
      if (judged(scene, view.drafts, order.kind, order.params).refusal) continue;
      if (this.#give(power, { type: 'draft', order })) given += 1;
    }
  }

  /** It signs and votes as it is made, whatever the terms: what is good for it, it does not ask. */
  #answer(power: Power, policy: Policy): boolean {
    let acted = false;
    for (const p of this.state.talks.proposals) {
      const version = p.versions.at(-1);
      const waits =
        p.status === 'open' &&
        p.round === this.state.round &&
        p.draft !== null &&
        p.parties.includes(power) &&
        !p.signed.some((s) => s.power === power);
      const order = version?.clauses[0]?.order;
      if (!waits || !version || !order || !policy.signs(order)) continue;
      const about = { proposal: p.id, version: version.number };
      if (this.#give(power, { type: 'sign', ...about })) acted = true;
    }
    return acted;
  }

  talk(): void {
    for (let pass = 0; pass < PASSES; pass += 1) {
      const moved = POWERS.map((power) => {
        const skill = this.skills[power];
        if (typeof skill === 'object') return this.#answer(power, skill);
        return skill === 'easy' && this.#turn(power);
      });
      if (!moved.includes(true)) return;
    }
  }

  #turn(power: Power): boolean {
    const persona = PERSONAS[personaFor(this.seed, power)];
    let acted = false;
    for (let step = 0; step < STEPS; step += 1) {
      const view = viewFor(this.content, this.state, power);
      const moves = nextMoves(this.content, view, persona ? { persona } : {});
      if (moves.length === 0) break;
      const taken = moves.map((move) => this.#give(power, move));
      if (!taken.includes(true)) break;
      acted = true;
    }
    return acted;
  }

  #give(power: Power, move: Move): boolean {
    this.#commands += 1;
    const command = { id: `b${this.#commands}`, round: this.state.round, ...move };
    const result = submit(this.content, this.state, power, 'bot', command);
    if (result.ok) this.state = result.state;
    else this.refused(result.refusal.code);
    return result.ok;
  }

  refused(code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }
}

/** One whole game between bots, through the facade alone. `now` gives milliseconds, for the figure only. */
export function playGame(
  content: Content,
  depth: Depth,
  seed: number,
  skills: Readonly<Record<Power, Skill | Policy>>,
  now: () => number,
): PlayedGame {
  const play = new Play(content, depth, seed, skills);
  const orders: Record<string, number> = {};
  let nonFinite = 0;
  let resolveMs = 0;
  while (play.state.phase !== 'debrief') {
    if (play.state.phase === 'deliberation') play.deliberate();
    if (play.state.phase === 'ink') play.talk();
    const before = now();
    const inked = play.state.phase === 'ink';
    play.state = advance(content, play.state);
    if (inked) {
      resolveMs += now() - before;
      for (const o of play.state.report?.orders ?? []) orders[o.kind] = (orders[o.kind] ?? 0) + 1;
      for (const f of play.state.report?.failed ?? []) play.refused(f.refusal.code);
      for (const x of play.state.num) if (!Number.isFinite(x)) nonFinite += 1;
    }
  }
  return { state: play.state, orders, refusals: play.refusals, nonFinite, resolveMs };
}
