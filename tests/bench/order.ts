import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startServer } from '../e2e/support/server.ts';
import { createGame, sit } from './seat.ts';
import { percentile } from './stats.ts';

const GAMES = 5;
const PER_GAME = 60;

/**
 * Acknowledgement of an order over loopback, beside a bare durable append of the same size into the
 * same kind of store in the same run. Milliseconds.
 */
export async function order(): Promise<Readonly<Record<string, number>>> {
  const server = await startServer();
  const times: number[] = [];
  const appends: number[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'multivector-bench-'));
  const db = new Database(join(folder, 'append.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table log (seq integer primary key, body text)');
  const append = db.prepare('insert into log (body) values (?)');
  try {
    for (let g = 0; g < GAMES; g += 1) {
      const made = await createGame(server.url, { mode: 'solo', power: 'KZ', pace: 'calm' });
      const seat = await sit(server.url, made.code, { token: made.token });
      for (let i = 0; i < PER_GAME; i += 1) {
        const command =
          i % 2 === 0
            ? {
                id: `o${i}`,
                round: 0,
                type: 'draft' as const,
                order: { kind: 'crossing', params: { node: 'dostyk' } },
              }
            : { id: `o${i}`, round: 0, type: 'withdraw' as const, draft: `o${i - 1}` };
        const start = performance.now();
        await seat.command(command);
        times.push(performance.now() - start);
        const text = JSON.stringify(command).padEnd(300);
        const begin = performance.now();
        append.run(text);
        appends.push(performance.now() - begin);
        // Below the limit of requests a second on one connection.
        await new Promise((done) => setTimeout(done, 75));
      }
      await seat.room.leave();
    }
    return {
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
      appendP50Ms: percentile(appends, 0.5),
      appendP99Ms: percentile(appends, 0.99),
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
    await server.dispose();
  }
}
