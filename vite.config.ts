import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const here = import.meta.dirname;
const clientDir = resolve(here, 'client');
const outDir = resolve(here, 'dist/client');

/** Every `client/*.html` is a page of its own, so the front page never carries the map engine. */
function pages(): Record<string, string> {
  const found = globSync('*.html', { cwd: clientDir });
  return Object.fromEntries(
    found.map((file) => [file.replace(/\.html$/, ''), join(clientDir, file)]),
  );
}

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']);

/**
 * Writes `name.br` beside every text file of the build, at the highest quality: the server hands
 * these out as they are and spends no processor time on compression while people play.
 */
function brotliBesideFiles(): Plugin {
  return {
    name: 'multivector:brotli',
    apply: 'build',
    closeBundle: {
      order: 'post',
      handler(error) {
        if (error !== undefined || !existsSync(outDir)) return;
        for (const entry of globSync('**/*', { cwd: outDir })) {
          if (!COMPRESSIBLE.has(extname(entry))) continue;
          const file = join(outDir, entry);
          const plain = readFileSync(file);
          const packed = brotliCompressSync(plain, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
            },
          });
          if (packed.length < plain.length) writeFileSync(`${file}.br`, packed);
        }
      },
    },
  };
}

/**
 * What several pages share of the first screen comes in one file: on a school's slow network a
 * request costs more than its bytes.
 */
const BASE = {
  name: 'base',
  test: /node_modules\/(preact|@preact|i18next)\/|client\/(parts|i18n|icons|pages\/front)\/|client\/net\/(api|keys|index)\.|shared\/(protocol\/codes|core\/(powers|refusal))\.|locales\/en\/(common|front|refusal)\.json|preload-helper/,
  minShareCount: 2,
};

/** Languages beside English, each in two files: words of the first screen, and those of a game. */
const FIRST_WORDS = ['cases', 'common', 'front', 'join', 'refusal'];
function languageFiles(): { readonly name: string; test(id: string): boolean }[] {
  const folder = join(here, 'assets/locales');
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map((entry) => entry.name);
  return languages.flatMap((language) => {
    const words = (first: boolean) => (id: string) => {
      const [, file = ''] = id.split(`/locales/${language}/`);
      return file !== '' && FIRST_WORDS.includes(file.replace(/\.json.*$/, '')) === first;
    };
    return [
      { name: `words-${language}`, test: words(true) },
      { name: `words-game-${language}`, test: words(false) },
    ];
  });
}

/** What of Phaser the map draws with; these register themselves when they are loaded. */
const PHASER_PARTS = [
  'cameras/2d/CameraManager',
  'events/EventEmitter',
  'gameobjects/DisplayList',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'gameobjects/UpdateList',
  'gameobjects/image/ImageFactory',
  'scene/ScenePlugin',
  'tweens/TweenManager',
];
/** Phaser's own switches: what stays out of the build. */
const PHASER_FLAGS: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: false,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
};

/**
 * Builds with the parts of Phaser that the map uses, a third of the package: its canvas renderer,
 * scenes, images and tweens; no WebGL, sound, input, physics, loaders. The package exports only the
 * whole, so its sources are named by their path.
 */
function phaserParts(): Plugin {
  const source = resolve(here, 'node_modules/phaser/src');
  const virtual = '\0phaser-parts';
  return {
    name: 'multivector:phaser-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'phaser' ? virtual : null),
    load(id) {
      if (id !== virtual) return null;
      const from = (part: string): string => JSON.stringify(`${source}/${part}.js`);
      return [
        ...PHASER_PARTS.map((part) => `import ${from(part)};`),
        `import constants from ${from('const')};`,
        `import GameObject from ${from('gameobjects/GameObject')};`,
        `export { default as Game } from ${from('core/Game')};`,
        `export { default as Scene } from ${from('scene/Scene')};`,
        `export { default as Scale } from ${from('scale/const/SCALE_MODE_CONST')};`,
        'export const CANVAS = constants.CANVAS;',
        'export const GameObjects = { GameObject };',
      ].join('\n');
    },
    transform(code, id) {
      if (!id.includes('/phaser/src/')) return null;
      const flags = new RegExp(`typeof (${Object.keys(PHASER_FLAGS).join('|')})\\b`, 'g');
      return {
        code: code.replace(flags, (_, flag: string) => String(PHASER_FLAGS[flag])),
        map: null,
      };
    },
  };
}

const serverPort = process.env.PORT ?? '2567';

export default defineConfig(
  async ({ command }): Promise<UserConfig> => ({
    root: clientDir,
    base: '/',
    publicDir: existsSync(join(clientDir, 'public')) ? 'public' : false,
    appType: 'mpa',
    // Hot replacement of components needs the preset; the build needs only the JSX transform, so a
    // production install can build without development packages.
    plugins:
      command === 'serve'
        ? [(await import('@preact/preset-vite')).default()]
        : [phaserParts(), brotliBesideFiles()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    json: { stringify: 'auto' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // The polyfill and inlined fonts would only add weight: every browser that runs the game
      // preloads modules itself, and a font inside a stylesheet blocks the first paint.
      modulePreload: { polyfill: false },
      assetsInlineLimit: (file: string) => (/\.(woff2?|svg)$/.test(file) ? false : undefined),
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: pages(),
        // Packing takes its seconds; who starts the game for the first time need not wonder about it.
        checks: { pluginTimings: false },
        output: { codeSplitting: { groups: [BASE, ...languageFiles()] } },
      },
    },
    server: {
      port: 5173,
      strictPort: true,
      proxy: {
        '/api': `http://127.0.0.1:${serverPort}`,
        '/matchmake': `http://127.0.0.1:${serverPort}`,
        '/health': `http://127.0.0.1:${serverPort}`,
        // A room's socket is /<process>/<room>?sessionId=…; nothing that Vite serves looks like it.
        '^/[^?]+/[^?]+\\?.*sessionId=': { target: `ws://127.0.0.1:${serverPort}`, ws: true },
      },
    },
  }),
);
