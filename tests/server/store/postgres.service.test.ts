import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { Problem } from '../../../server/problem.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { storeSuite } from './suite.ts';

const url = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const run = `multivector_${process.pid}`;
let count = 0;

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function freshSchema(): Promise<string> {
  count += 1;
  const schema = `${run}_${count}`;
  await admin(`create schema ${schema}`);
  return schema;
}

storeSuite('PostgreSQL', async () => openPostgres(url, await freshSchema()));

it('says what to do about a database of a newer program', async () => {
  const schema = await freshSchema();
  await (await openPostgres(url, schema)).close();
  await admin(`update ${schema}.about set version = 99`);
  await expect(openPostgres(url, schema)).rejects.toThrow(/newer Multivector/);
});

it('raises a database of the first version', async () => {
  const schema = await freshSchema();
  await (await openPostgres(url, schema)).close();
  await admin(`drop table ${schema}.sessions`);
  await admin(`alter table ${schema}.seats drop column marks, drop column others`);
  await admin(`update ${schema}.about set version = 1`);
  for (let i = 0; i < 2; i += 1) {
    const store = await openPostgres(url, schema);
    expect(await store.seats('AAAAAA')).toEqual([]);
    expect(await store.sessions.expired(0)).toEqual([]);
    await store.close();
  }
});

it('says what to do about a database that does not answer', async () => {
  const nowhere = openPostgres('postgres://postgres@127.0.0.1:1/none');
  await expect(nowhere).rejects.toThrow(Problem);
  await expect(nowhere).rejects.toThrow(/DATABASE_URL cannot be used \(ECONNREFUSED\)/);
});

afterAll(async () => {
  for (let i = 1; i <= count; i += 1) await admin(`drop schema if exists ${run}_${i} cascade`);
});
