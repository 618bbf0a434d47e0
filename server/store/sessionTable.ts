import type { Kysely, Transaction } from 'kysely';
import type { Commits } from './commits.ts';
import type { SessionRecord, SessionStore } from './store.ts';
import type { Tables } from './tables.ts';

/** Whether a code was given out already: games and sessions share them. */
export async function holds(
  trx: Transaction<Tables>,
  table: 'games' | 'sessions',
  code: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom(table)
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}

/** Sessions over any engine that Kysely speaks to. */
export function sessionTable(db: Kysely<Tables>, commits: Commits): SessionStore {
  return {
    async reserve(session) {
      let taken = false;
      await commits.add(async (trx) => {
        if (await holds(trx, 'games', session.code)) return;
        const { code, created, expires, data } = session;
        const result = await trx
          .insertInto('sessions')
          .values({ code, created, expires, gone: 0, data: JSON.stringify(data) })
          .onConflict((c) => c.column('code').doNothing())
          .executeTakeFirst();
        taken = Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
      });
      return taken;
    },
    async find(code) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst();
      return row ? sessionOf(row) : null;
    },
    write: (code, { expires, data }) =>
      commits.add(async (trx) => {
        await trx
          .updateTable('sessions')
          .set({
            ...(expires === undefined ? {} : { expires }),
            ...(data === undefined ? {} : { data: JSON.stringify(data) }),
          })
          .where('code', '=', code)
          .where('gone', '=', 0)
          .execute();
      }),
    remove: (code) =>
      commits.add(async (trx) => {
        await trx
          .updateTable('sessions')
          .set({ gone: 1, data: '{}' })
          .where('code', '=', code)
          .execute();
      }),
    async expired(now) {
      const rows = await db
        .selectFrom('sessions')
        .select('code')
        .where('gone', '=', 0)
        .where('expires', '<', now)
        .limit(500)
        .execute();
      return rows.map(({ code }) => code);
    },
  };
}

function sessionOf(row: Tables['sessions']): SessionRecord {
  return {
    code: row.code,
    created: Number(row.created),
    expires: Number(row.expires),
    gone: row.gone !== 0,
    data: JSON.parse(row.data),
  };
}
