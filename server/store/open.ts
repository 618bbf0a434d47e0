import type { Config } from '../config.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { GameStore } from './store.ts';

/** The store that the settings ask for. @throws Problem */
export function openStore(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<GameStore> {
  return config.databaseUrl === null
    ? openSqlite(config.dataDir)
    : openPostgres(config.databaseUrl);
}
