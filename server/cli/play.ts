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
import { advance, createGame, submit, viewFor } from '../../shared/game/index.ts';

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
  readonly skills: Readonly<Record<Power, Skill>>;
  readonly refusals: Record<string, number> = {};
  state: GameState;
  #commands = 0;

  constructor(
    content: Content,
    depth: Depth,
    seed: number,
    skills: Readonly<Record<Power, Skill>>,
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
    this.talk();
  }

  talk(): void {
    for (let pass = 0; pass < PASSES; pass += 1) {
      const moved = POWERS.map((power) => this.skills[power] === 'easy' && this.#turn(power));
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
  skills: Readonly<Record<Power, Skill>>,
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
