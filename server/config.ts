import { resolve } from 'node:path';
import { Problem } from './problem.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL instead of the embedded store. */
  readonly databaseUrl: string | null;
  /** Address that links and QR codes carry where the server stands behind a proxy. */
  readonly publicUrl: string | null;
  readonly logLevel: string;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the settings from the environment. @throws Problem that names the variable */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(env.PORT || 2567);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Problem(
      `PORT is "${env.PORT}", which is no port: set it to a number between 1 and 65535, or leave it out for 2567.`,
    );
  }
  const logLevel = env.LOG_LEVEL || 'info';
  if (!LEVELS.includes(logLevel)) {
    throw new Problem(`LOG_LEVEL is "${logLevel}": set it to one of ${LEVELS.join(', ')}.`);
  }
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Problem(
      'DATABASE_URL is not the address of a PostgreSQL database (postgres://user@host:5432/name): correct it, or leave it out for the embedded store.',
    );
  }
  const publicUrl = env.PUBLIC_URL || null;
  if (publicUrl !== null && !/^https?:\/\/[^\s/]+\/?$/.test(publicUrl)) {
    throw new Problem(
      'PUBLIC_URL must be an address without a path, such as https://game.example.org: correct it, or leave it out.',
    );
  }
  return {
    port,
    host: env.HOST || '0.0.0.0',
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl,
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
    logLevel,
  };
}
