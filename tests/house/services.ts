/** The databases that some suites need: where they are expected and what to do without them. */
import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

const SERVICES = [
  {
    variable: 'DATABASE_URL',
    standard: 'postgres://postgres@127.0.0.1:5432/test',
    name: 'PostgreSQL',
    cure: 'start one ("apt-get install -y postgresql", a database "test" with trust for 127.0.0.1) or set DATABASE_URL to another',
  },
  {
    variable: 'REDIS_URL',
    standard: 'redis://127.0.0.1:6379',
    name: 'Redis',
    cure: 'start one ("apt-get install -y redis-server && redis-server --daemonize yes") or set REDIS_URL to another',
  },
] as const;

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 3000 });
    const end = (ok: boolean) => {
      socket.destroy();
      done(ok);
    };
    socket.on('connect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });
}

/**
 * The environment for suites named `*.service.test.ts`, or null where there is no such suite; a
 * service counts as needed when a suite names its variable.
 * A service that does not answer is an error that names the cure: a suite is never left out.
 */
export async function requireServices(root: string): Promise<NodeJS.ProcessEnv | null> {
  const suites = globSync('tests/**/*.service.test.ts', { cwd: root });
  if (suites.length === 0) return null;
  const text = suites.map((path) => readFileSync(join(root, path), 'utf8')).join('');
  const env: NodeJS.ProcessEnv = {};
  for (const service of SERVICES.filter(({ variable }) => text.includes(variable))) {
    const url = process.env[service.variable] ?? service.standard;
    if (!(await answers(url))) {
      throw new Error(`${service.name} does not answer at ${url}: ${service.cure}.`);
    }
    env[service.variable] = url;
  }
  return env;
}
