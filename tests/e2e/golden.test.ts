/** The same game, byte for byte, in Node and in a browser: what a laptop previews is what the server resolves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import sirv from 'sirv';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOf } from '../../server/content.ts';
import { goldenNames, goldenScript } from '../golden/files.ts';
import { type GoldenResult, type GoldenScript, playGolden } from '../golden/game.ts';
import { launchBrowser } from './support/browser.ts';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = 'multivector:golden';
const folder = mkdtempSync(join(tmpdir(), 'multivector-golden-'));
let browser: Browser;
let server: Server;

beforeAll(async () => {
  // The rules as the client's own build makes them, with its loader of content.
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'golden-entry',
        resolveId: (id) => (id === ENTRY ? join(root, 'client/golden-entry.ts') : null),
        load: (id) =>
          id === join(root, 'client/golden-entry.ts')
            ? `import { contentOf } from './content.ts';
               import { playGolden } from '../tests/golden/game.ts';
               globalThis.golden = async (scenario, script) => playGolden(await contentOf(scenario), script);`
            : null,
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { entryFileNames: 'golden.js' } },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Golden games</title>');
  const files = sirv(folder);
  server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Golden = (scenario: string, script: GoldenScript) => Promise<GoldenResult>;

it('golden games are the same in Chromium', async () => {
  const page = await browser.newPage();
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.addScriptTag({ url: '/golden.js', type: 'module' });
  const content = contentOf('lesson');
  for (const name of goldenNames()) {
    const script = goldenScript(name);
    const there = await page.evaluate(
      (given) => (globalThis as unknown as { golden: Golden }).golden('lesson', given),
      script,
    );
    const here = playGolden(content, script);
    expect(there.hash, name).toBe(here.hash);
    expect(there.transcript).toBe(here.transcript);
  }
});
