import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { legalOrder, type Player } from '../server/support/player.ts';
import { Program } from '../server/support/program.ts';
import { createGame, sit } from './people.ts';
import { type Found, percentile } from './stats.ts';

/** One seat may ask fifteen times a second, so several take turns. */
const SEATS = 8;
const WARM_UP = 80;
const ORDERS = 1200;

/**
 * Milliseconds from sending an order to its acknowledgement over loopback, beside bare durable
 * appends of the same command, one after each order, into the same kind of store on the same disk.
 */
export async function order(): Promise<Found> {
  const server = await Program.start({ LOG_LEVEL: 'warn' });
  const folder = mkdtempSync(join(tmpdir(), 'multivector-bench-'));
  const db = new Database(join(folder, 'append.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table log (seq integer primary key, body text)');
  const append = db.prepare('insert into log (body) values (?)');
  try {
    const players: Player[] = [];
    for (let i = 0; i < SEATS; i += 1) {
      const made = await createGame(server.url, { mode: 'solo', power: 'KZ', seed: i });
      players.push(await sit(server.url, made.code, { token: made.token }));
    }
    const times: number[] = [];
    const appends: number[] = [];
    for (let i = 0; i < WARM_UP + ORDERS; i += 1) {
      const player = players[i % SEATS] as Player;
      const turn = Math.floor(i / SEATS);
      const id = `o${turn}`;
      const command =
        turn % 2 === 0
          ? { id, round: 0, type: 'draft', order: legalOrder(player) }
          : { id, round: 0, type: 'withdraw', draft: `o${turn - 1}` };
      const start = performance.now();
      const answer = await player.command(command);
      const ms = performance.now() - start;
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
      // The view that follows is not part of the acknowledgement; let it pass.
      await pause(10);
      const text = JSON.stringify({ seat: 'KZ', giver: 'person', command });
      const begin = performance.now();
      append.run(text);
      const bare = performance.now() - begin;
      if (i < WARM_UP) continue;
      times.push(ms);
      appends.push(bare);
    }
    const p99Ms = percentile(times, 0.99);
    const appendP99Ms = percentile(appends, 0.99);
    return {
      figures: { p50Ms: percentile(times, 0.5), p99Ms, appendP99Ms },
      more: { appendP50Ms: percentile(appends, 0.5), ratioToAppend: p99Ms / appendP99Ms },
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
    await server.dispose();
  }
}
