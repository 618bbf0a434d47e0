import { chooseOrders } from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import type { Params } from '../../shared/core/order.ts';
import { type Depth, POWERS, type Power } from '../../shared/core/powers.ts';
import { type GameState, linesOf } from '../../shared/core/state.ts';
import {
  advance,
  createGame,
  hashGame,
  scoresOf,
  submit,
  viewFor,
} from '../../shared/game/index.ts';

/** A recorded game: who ordered what, and which seats the bots held. Runs in Node and in a browser. */
export interface GoldenScript {
  readonly title: string;
  readonly seed: number;
  readonly depth: Depth;
  readonly bots: readonly Power[];
  /** By round: orders in the sequence they were sent. */
  readonly rounds: readonly (readonly {
    readonly power: Power;
    readonly kind: string;
    readonly params: Params;
  }[])[];
}

export interface GoldenResult {
  readonly transcript: string;
  readonly hash: string;
}

const figure = (x: number): string => (Math.abs(x) >= 100 ? x.toFixed(1) : x.toFixed(3));

/** Plays a script and tells it in lines that a reviewer can read. */
export function playGolden(content: Content, script: GoldenScript): GoldenResult {
  const lines: string[] = [script.title, `seed ${script.seed}, ${script.depth} depth`, ''];
  let state = advance(content, createGame(content, { seed: script.seed, depth: script.depth }));
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') state = deliberate(content, script, state, lines);
    const resolving = state.phase === 'ink';
    state = advance(content, state);
    if (resolving) report(content, state, lines);
  }
  lines.push('End');
  for (const [power, { score, objectives }] of Object.entries(scoresOf(content, state))) {
    const parts = objectives.map((o) => `${o.id} ${o.score.toFixed(1)}`).join(', ');
    lines.push(`  ${power} ${score.toFixed(2)} (${parts})`);
  }
  const hash = hashGame(state);
  lines.push(`  hash ${hash}`, '');
  return { transcript: lines.join('\n'), hash };
}

function deliberate(
  content: Content,
  script: GoldenScript,
  start: GameState,
  lines: string[],
): GameState {
  let state = start;
  lines.push(`Round ${state.round + 1}, ${content.halves[state.round]}`);
  const sent = [
    ...(script.rounds[state.round] ?? []),
    ...POWERS.filter((p) => script.bots.includes(p)).flatMap((power) =>
      chooseOrders(content, viewFor(content, state, power)).map((o) => ({ power, ...o })),
    ),
  ];
  sent.forEach(({ power, kind, params }, i) => {
    const command = { id: `g${i}`, round: state.round, type: 'draft', order: { kind, params } };
    const giver = script.bots.includes(power) ? 'bot' : 'person';
    const result = submit(content, state, power, giver, command);
    const words = Object.entries(params)
      .map(([k, v]) => `${k} ${v}`)
      .join(', ');
    const fate = result.ok ? '' : ` : refused, ${result.refusal.code}`;
    lines.push(`  ${power} ${kind} (${words})${fate}`);
    if (result.ok) state = result.state;
  });
  return state;
}

function report(content: Content, state: GameState, lines: string[]): void {
  for (const f of state.report?.failed ?? []) {
    lines.push(`  not carried out: ${f.power} ${f.kind}, ${f.refusal.code}`);
  }
  for (const n of state.report?.news ?? []) lines.push(`  news ${n.key}`);
  for (const owner of [...POWERS, 'shared' as const]) {
    for (const i of state.report?.indicators[owner] ?? []) {
      const causes = linesOf(i)
        .slice(0, 4)
        .map((l) => `${l.cause} ${l.amount >= 0 ? '+' : ''}${figure(l.amount)}`)
        .join('; ');
      lines.push(`  ${owner} ${i.id} ${figure(i.was)} -> ${figure(i.is)} [${causes}]`);
    }
  }
  const usd = state.num[content.layout.at('usdkzt')] as number;
  lines.push(`  tenge ${figure(usd)} a dollar`, '');
}
