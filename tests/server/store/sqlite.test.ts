import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../server/problem.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { NO_MARKS } from '../../../server/store/store.ts';
import { storeSuite } from './suite.ts';

const made: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'multivector-store-'));
  made.push(path);
  return path;
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

storeSuite('SQLite', () => openSqlite(folder()));

async function problemOf(path: string): Promise<string> {
  try {
    await (await openSqlite(path)).close();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return (error as Problem).message;
  }
  throw new Error('it opened');
}

describe('the embedded store', () => {
  it('keeps its content when it is opened again', async () => {
    const path = folder();
    const first = await openSqlite(path);
    const meta = {
      mode: 'solo',
      scenario: 's',
      depth: 'intro',
      skill: 'easy',
      pace: 'calm',
    } as const;
    await first.reserve({ code: 'AAAAAA', created: 1, expires: 2, gone: false, meta });
    await first.close();
    const second = await openSqlite(path);
    expect((await second.find('AAAAAA'))?.meta).toEqual(meta);
    await second.close();
  });

  it('raises a store of the first version and keeps its seats', async () => {
    const path = folder();
    await (await openSqlite(path)).close();
    const db = new Database(join(path, 'multivector.sqlite'));
    // As it was before there were sessions.
    db.exec(
      'drop table sessions; alter table seats drop column marks; alter table seats drop column others; update about set version = 1',
    );
    db.exec(`insert into seats (game, power, name, held, player, token_hashes, return_hash, arrived, host)
      values ('AAAAAA', 'KZ', 'Aida', 1, 'person', '["ab"]', null, 1, 1)`);
    db.close();
    for (let i = 0; i < 2; i += 1) {
      const store = await openSqlite(path);
      expect(await store.seats('AAAAAA')).toMatchObject([{ name: 'Aida', marks: NO_MARKS }]);
      expect(await store.sessions.expired(0)).toEqual([]);
      await store.close();
    }
  });

  it('says what to do about a file that is no store, and leaves it alone', async () => {
    const path = folder();
    const file = join(path, 'multivector.sqlite');
    writeFileSync(file, 'this is not a database, it only stands in its place\n'.repeat(100));
    const before = readFileSync(file);
    expect(await problemOf(path)).toMatch(/damaged.*put a copy of it back, or move it away/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says what to do about a store that is damaged in the middle', async () => {
    const path = folder();
    const store = await openSqlite(path);
    const meta = {
      mode: 'solo',
      scenario: 's',
      depth: 'intro',
      skill: 'easy',
      pace: 'calm',
    } as const;
    for (let i = 0; i < 200; i += 1) {
      await store.reserve({ code: `A${i}`, created: 1, expires: 2, gone: false, meta });
    }
    await store.close();
    const file = join(path, 'multivector.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length - 100);
    writeFileSync(file, bytes);
    expect(await problemOf(path)).toMatch(/damaged/);
  });

  it('says what to do about a store of a newer program', async () => {
    const path = folder();
    await (await openSqlite(path)).close();
    const db = new Database(join(path, 'multivector.sqlite'));
    db.exec('update about set version = 99');
    db.close();
    expect(await problemOf(path)).toMatch(/newer Multivector.*update the program/);
  });

  it('does not touch the database of another program', async () => {
    const path = folder();
    const db = new Database(join(path, 'multivector.sqlite'));
    db.exec('create table recipes (name text)');
    db.close();
    expect(await problemOf(path)).toMatch(/belongs to another program/);
  });

  it('serves one program at a time', async () => {
    const path = folder();
    const store = await openSqlite(path);
    expect(await problemOf(path)).toMatch(/in use by another program/);
    await store.close();
  }, 20_000);

  it('says what to do where it may not write', async () => {
    const path = folder();
    const file = join(path, 'file');
    writeFileSync(file, '');
    expect(await problemOf(join(file, 'data'))).toMatch(/cannot be written.*DATA_DIR/);
    // The superuser may write everywhere; for him this half says nothing.
    if (process.getuid?.() !== 0) {
      const closed = join(path, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      expect(await problemOf(closed)).toMatch(/cannot be written.*DATA_DIR/);
    }
  });
});
