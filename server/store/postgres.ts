import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { newer } from './sqlite.ts';
import type { GameStore } from './store.ts';
import { tableStore } from './tableStore.ts';
import { prepareTables, TABLES_VERSION, type Tables } from './tables.ts';

/**
 * Opens the store in a PostgreSQL database; `schema` keeps several apart in one database.
 * @throws Problem when it does not answer, refuses, or is of another version
 */
export async function openPostgres(url: string, schema?: string): Promise<GameStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 5000,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
  });
  // A connection that idles may break; the pool makes another one when it is needed.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const version = await prepareTables(db);
    if (version > TABLES_VERSION) {
      throw newer('The database in DATABASE_URL', version, 'set DATABASE_URL to another database');
    }
    return tableStore(db, () => db.destroy());
  } catch (error) {
    await db.destroy();
    if (error instanceof Problem) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    throw new Problem(
      `The database in DATABASE_URL cannot be used (${code}): start it, correct the address and its rights, or leave DATABASE_URL out for the embedded store.`,
      error,
    );
  }
}
