import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Problem } from '../problem.ts';
import type { GameStore } from './store.ts';
import { tableStore } from './tableStore.ts';
import { prepareTables, TABLES_VERSION, type Tables } from './tables.ts';

/** "MVec" in the file's header: tells our files from other programs'. */
const APPLICATION_ID = 0x4d566563;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Opens the embedded store in a folder, made where there is none. @throws Problem */
export async function openSqlite(folder: string): Promise<GameStore> {
  try {
    // Pseudonyms lie here: other users of the machine have no business with them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Problem(
      `The data folder "${folder}" cannot be written (${codeOf(error) || 'no access'}): give this user the right to write there, or set DATA_DIR to another folder.`,
      error,
    );
  }
  const file = join(folder, 'multivector.sqlite');
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { timeout: 5000 });
    const owner = Number(database.pragma('application_id', { simple: true }));
    const tables = Number(
      database.prepare('select count(*) from sqlite_schema').pluck().get() as number,
    );
    if (owner !== APPLICATION_ID && (owner !== 0 || tables > 0)) {
      throw new Problem(
        `"${file}" belongs to another program: move it away, or set DATA_DIR to another folder.`,
      );
    }
    database.pragma(`application_id = ${APPLICATION_ID}`);
    // One program at a time: two servers on one folder would each play their own game of a code.
    database.pragma('locking_mode = EXCLUSIVE');
    // A commit is on the disk before it is acknowledged, also when the power fails.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    const fault = database.pragma('quick_check(1)', { simple: true });
    if (fault !== 'ok') throw damaged(file, fault);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    const version = await prepareTables(db);
    if (version > TABLES_VERSION)
      throw newer(`The store "${file}"`, version, 'set DATA_DIR to another folder');
    return tableStore(db, () => db.destroy());
  } catch (error) {
    database?.close();
    if (error instanceof Problem) throw error;
    const code = codeOf(error);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw damaged(file, error);
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
      throw new Problem(
        `The store "${file}" cannot be written: give this user the right to write it, or set DATA_DIR to another folder.`,
        error,
      );
    }
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      throw new Problem(
        `The store "${file}" is in use by another program: end that one, or set DATA_DIR to another folder.`,
        error,
      );
    }
    throw error;
  }
}

function damaged(file: string, cause: unknown): Problem {
  return new Problem(
    `The store "${file}" is damaged and was left as it is: put a copy of it back, or move it away to start with an empty one.`,
    cause,
  );
}

export function newer(store: string, version: number, other: string): Problem {
  return new Problem(
    `${store} was written by a newer Multivector (tables ${version}, this one knows ${TABLES_VERSION}) and was left as it is: update the program, or ${other}.`,
  );
}
