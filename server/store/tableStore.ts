import type { Kysely, Transaction } from 'kysely';
import { isPower } from '../../shared/core/powers.ts';
import type { SeatPlayer } from '../../shared/protocol/messages.ts';
import { Commits } from './commits.ts';
import { holds, sessionTable } from './sessionTable.ts';
import {
  type Entry,
  type GameEvent,
  type GameRecord,
  type GameStore,
  type Member,
  NO_MARKS,
  namesOf,
  type SeatRecord,
} from './store.ts';
import type { Tables } from './tables.ts';

/** The store over any engine that Kysely speaks to. */
export function tableStore(db: Kysely<Tables>, shutdown: () => Promise<void>): GameStore {
  const commits = new Commits(db);
  return {
    sessions: sessionTable(db, commits),
    async reserve(game) {
      let taken = false;
      await commits.add(async (trx) => {
        if (await holds(trx, 'sessions', game.code)) return;
        const result = await trx
          .insertInto('games')
          .values({
            code: game.code,
            created: game.created,
            expires: game.expires,
            gone: 0,
            meta: JSON.stringify(game.meta),
          })
          .onConflict((c) => c.column('code').doNothing())
          .executeTakeFirst();
        taken = Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
      });
      return taken;
    },
    async find(code) {
      const row = await db
        .selectFrom('games')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst();
      return row ? gameOf(row) : null;
    },
    async seats(code) {
      const rows = await db
        .selectFrom('seats')
        .selectAll()
        .where('game', '=', code)
        .orderBy('power')
        .execute();
      return rows.map(seatOf);
    },
    write: (code, entry) => commits.add((trx) => writeEntry(trx, code, entry)),
    async latest(code) {
      const row = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('game', '=', code)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      const events = await db
        .selectFrom('events')
        .selectAll()
        .where('game', '=', code)
        .where('seq', '>', row.seq)
        .orderBy('seq')
        .execute();
      const { game: _, ...snapshot } = row;
      return {
        snapshot,
        events: events.map(eventOf),
      };
    },
    async snapshotsOf(code, round) {
      const rows = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('game', '=', code)
        .where('round', '=', round)
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(({ game: _, ...snapshot }) => snapshot);
    },
    async eventsOf(code, kind, most) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('game', '=', code)
        .where('kind', '=', kind)
        .orderBy('seq', 'desc')
        .limit(most)
        .execute();
      return rows.reverse().map(eventOf);
    },
    async lastOf(code, kinds) {
      const row = await db
        .selectFrom('events')
        .select('kind')
        .where('game', '=', code)
        .where('kind', 'in', kinds)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.kind ?? null;
    },
    remove: (code) => commits.add((trx) => removeGame(trx, code)),
    async expired(now) {
      const rows = await db
        .selectFrom('games')
        .select('code')
        .where('gone', '=', 0)
        .where('expires', '<', now)
        .limit(500)
        .execute();
      return rows.map(({ code }) => code);
    },
    async count() {
      const row = await db
        .selectFrom('games')
        .select((e) => e.fn.countAll().as('n'))
        .where('gone', '=', 0)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    async close() {
      await commits.settle();
      await shutdown();
    },
  };
}

async function writeEntry(trx: Transaction<Tables>, game: string, entry: Entry): Promise<void> {
  if (entry.events && entry.events.length > 0) {
    await trx
      .insertInto('events')
      .values(
        entry.events.map(({ seq, round, kind, data }) => ({
          game,
          seq,
          round,
          kind,
          data: JSON.stringify(data),
        })),
      )
      .execute();
  }
  if (entry.snapshot) {
    await trx
      .insertInto('snapshots')
      .values({ game, ...entry.snapshot })
      .execute();
  }
  if (entry.meta) {
    const meta = JSON.stringify(entry.meta);
    await trx.updateTable('games').set({ meta }).where('code', '=', game).execute();
  }
  for (const seat of entry.seats ?? []) await writeSeat(trx, game, seat);
  if (entry.expires !== undefined) {
    await trx
      .updateTable('games')
      .set({ expires: entry.expires })
      .where('code', '=', game)
      .execute();
  }
}

async function writeSeat(trx: Transaction<Tables>, game: string, seat: SeatRecord): Promise<void> {
  const [head, ...others] = seat.members;
  const row = {
    name: head?.name ?? '',
    held: head ? 1 : 0,
    player: seat.player,
    token_hashes: JSON.stringify(head?.tokenHashes ?? []),
    return_hash: head?.returnHash ?? null,
    arrived: head?.id ?? 0,
    others: JSON.stringify(others),
    host: seat.host ? 1 : 0,
    marks: JSON.stringify(seat.marks),
  };
  await trx
    .insertInto('seats')
    .values({ game, power: seat.power, ...row })
    .onConflict((c) => c.columns(['game', 'power']).doUpdateSet(row))
    .execute();
}

async function removeGame(trx: Transaction<Tables>, code: string): Promise<void> {
  for (const table of ['seats', 'events', 'snapshots'] as const) {
    await trx.deleteFrom(table).where('game', '=', code).execute();
  }
  await trx.updateTable('games').set({ gone: 1, meta: '{}' }).where('code', '=', code).execute();
}

function gameOf(row: Tables['games']): GameRecord {
  return {
    code: row.code,
    created: Number(row.created),
    expires: Number(row.expires),
    gone: row.gone !== 0,
    meta: JSON.parse(row.meta),
  };
}

function seatOf(row: Tables['seats']): SeatRecord {
  if (!isPower(row.power)) throw new Error(`the store holds a seat of ${row.power}`);
  const head: Member = {
    id: row.arrived,
    name: row.name,
    tokenHashes: JSON.parse(row.token_hashes),
    returnHash: row.return_hash,
  };
  const members: readonly Member[] = row.held === 0 ? [] : [head, ...JSON.parse(row.others)];
  return {
    power: row.power,
    name: namesOf(members),
    held: members.length > 0,
    player: row.player as SeatPlayer,
    members,
    host: row.host !== 0,
    marks: { ...NO_MARKS, ...JSON.parse(row.marks) },
  };
}

function eventOf({ seq, round, kind, data }: Tables['events']): GameEvent {
  return { seq, round, kind, data: JSON.parse(data) };
}
