/** What a person reads at the machine when the program cannot start: one sentence, the way out, no trace. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'multivector-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type End = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs Node until it ends by itself; a program that stays is a failure of the test. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<End> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const serve = (env: NodeJS.ProcessEnv): Promise<End> =>
  run(['server/main.ts'], { PORT: '0', DATA_DIR: join(folder, 'data'), ...env });

/** One line on standard error, which ends as a sentence does, and a status that scripts see. */
function expectSentence({ code, out, err }: End, sentence: RegExp): void {
  expect(err).toMatch(/^[^\n]+\.\n$/);
  expect(err).toMatch(sentence);
  expect(out).toBe('');
  expect(code).toBe(1);
}

describe('a start that cannot be', () => {
  it('tells an old Node what it needs', async () => {
    const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const end = await run(['--import', `data:text/javascript,${disguise}`, 'server/start.mjs']);
    expectSentence(
      end,
      /needs Node 22\.18 or newer and was started by Node 20\.20\.2: run "npm install && npm start"/,
    );
  });

  it('asks for the packages where they are missing', async () => {
    const bare = join(folder, 'bare');
    mkdirSync(bare, { recursive: true });
    cpSync(join(root, 'server'), join(bare, 'server'), { recursive: true });
    cpSync(join(root, 'package.json'), join(bare, 'package.json'));
    expectSentence(
      await run([join(bare, 'server/start.mjs')]),
      /^The packages are not installed: run "npm install" first\.$/m,
    );
  });

  it('names the port that is in use, and another', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      expectSentence(
        await serve({ PORT: `${port}` }),
        new RegExp(`^Port ${port} is in use by another program: .*"PORT=${port + 1} npm start"`),
      );
    } finally {
      other.close();
    }
  });

  it('names the data folder that cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expectSentence(
      await serve({ DATA_DIR: join(file, 'data') }),
      /^The data folder ".*\/file\/data" cannot be written .*DATA_DIR/,
    );
  });

  it('leaves a store alone that is none', async () => {
    const data = join(folder, 'strange');
    mkdirSync(data);
    writeFileSync(join(data, 'multivector.sqlite'), 'no store at all, just a letter'.repeat(200));
    expectSentence(
      await serve({ DATA_DIR: data }),
      /multivector\.sqlite" is damaged and was left as it is: put a copy of it back, or move it away/,
    );
  });

  it.each([
    [{ PORT: 'http' }, /^PORT is "http", which is no port/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": set it to one of/],
    [{ DATABASE_URL: 'mysql://host/db' }, /^DATABASE_URL is not the address of a PostgreSQL/],
    [{ PUBLIC_URL: 'game.example.org' }, /^PUBLIC_URL must be an address without a path/],
    [{ HOST: '203.0.113.7' }, /^HOST is "203\.0\.113\.7", which is no address of this machine/],
  ])('names the setting that is wrong: %o', async (env, sentence) => {
    expectSentence(await serve(env), sentence);
  });
});
