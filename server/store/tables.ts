import { type Kysely, sql } from 'kysely';

/** Version of the tables. A store that bears a higher one was written by a newer program. */
export const TABLES_VERSION = 3;

export interface Tables {
  about: { id: number; version: number };
  games: {
    code: string;
    created: number;
    expires: number;
    gone: number;
    meta: string;
  };
  seats: {
    game: string;
    power: string;
    name: string;
    held: number;
    player: string;
    token_hashes: string;
    return_hash: string | null;
    arrived: number;
    host: number;
    marks: string;
    others: string;
  };
  sessions: {
    code: string;
    created: number;
    expires: number;
    gone: number;
    data: string;
  };
  events: { game: string; seq: number; round: number; kind: string; data: string };
  snapshots: {
    game: string;
    seq: number;
    round: number;
    rules: string;
    state: string;
    report: string | null;
    hash: string;
  };
}

/** Makes the tables where there are none, and raises older ones. @returns the version that the store bears */
export async function prepareTables(db: Kysely<Tables>): Promise<number> {
  const make = db.schema;
  await make
    .createTable('about')
    .ifNotExists()
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await db
    .insertInto('about')
    .values({ id: 1, version: TABLES_VERSION })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  const { version } = await db
    .selectFrom('about')
    .select('version')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  if (version > TABLES_VERSION) return version;
  await make
    .createTable('games')
    .ifNotExists()
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('created', 'bigint', (c) => c.notNull())
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .addColumn('gone', 'integer', (c) => c.notNull())
    .addColumn('meta', 'text', (c) => c.notNull())
    .execute();
  await make
    .createTable('seats')
    .ifNotExists()
    .addColumn('game', 'text', (c) => c.notNull())
    .addColumn('power', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('held', 'integer', (c) => c.notNull())
    .addColumn('player', 'text', (c) => c.notNull())
    .addColumn('token_hashes', 'text', (c) => c.notNull())
    .addColumn('return_hash', 'text')
    .addColumn('arrived', 'integer', (c) => c.notNull())
    .addColumn('host', 'integer', (c) => c.notNull())
    .addColumn('marks', 'text', (c) => c.notNull().defaultTo('{}'))
    .addColumn('others', 'text', (c) => c.notNull().defaultTo('[]'))
    .addPrimaryKeyConstraint('seats_key', ['game', 'power'])
    .execute();
  await make
    .createTable('events')
    .ifNotExists()
    .addColumn('game', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('events_key', ['game', 'seq'])
    .execute();
  await make
    .createTable('snapshots')
    .ifNotExists()
    .addColumn('game', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('rules', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('report', 'text')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('snapshots_key', ['game', 'seq'])
    .execute();
  await make
    .createIndex('games_expires')
    .ifNotExists()
    .on('games')
    .columns(['gone', 'expires'])
    .execute();
  await make
    .createTable('sessions')
    .ifNotExists()
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('created', 'bigint', (c) => c.notNull())
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .addColumn('gone', 'integer', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .execute();
  await make
    .createIndex('sessions_expires')
    .ifNotExists()
    .on('sessions')
    .columns(['gone', 'expires'])
    .execute();
  if (version < TABLES_VERSION) await raise(db, version);
  // A read of something certain, so that a damaged file is found now and not in mid-game.
  await sql`select count(*) from games`.execute(db);
  return TABLES_VERSION;
}

/** Seats learn of marks, then of members beside the head. All or nothing, so that it can be tried again. */
function raise(db: Kysely<Tables>, version: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    if (version < 2) {
      await trx.schema
        .alterTable('seats')
        .addColumn('marks', 'text', (c) => c.notNull().defaultTo('{}'))
        .execute();
    }
    await trx.schema
      .alterTable('seats')
      .addColumn('others', 'text', (c) => c.notNull().defaultTo('[]'))
      .execute();
    await trx.updateTable('about').set({ version: TABLES_VERSION }).where('id', '=', 1).execute();
  });
}
