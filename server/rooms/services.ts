import type { Logger } from 'pino';
import type { Clock } from '../time.ts';
import type { Table } from './table.ts';
import type { TableParts } from './tableParts.ts';

/** What a room needs from the house. */
export interface Services {
  readonly clock: Clock;
  readonly log: Logger;
  /** Lays the table of a stored game. @throws Error when it cannot be read */
  lay(code: string, hooks: Pick<TableParts, 'changed' | 'failed'>): Promise<Table>;
  /** Deletes a game that nobody can come back to. */
  forget(code: string): Promise<void>;
  /** Whether somebody watches over the worlds of a session, so that they stay in memory. */
  isNeeded(session: string): boolean;
}
