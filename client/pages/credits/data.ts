import type { Key } from '../../i18n/keys.ts';

/** A source of figures: its proper name, what it gave, and on which terms. */
interface Source {
  readonly name: string;
  readonly use: Key;
  readonly terms: Key;
}

/** A part of the program made by others. */
interface Part {
  readonly name: string;
  readonly use: Key;
  /** The licence's own short name; `PD` = public domain. */
  readonly licence: string;
}

/** Where the figures of the content come from; proper names stay as their owners write them. */
export const SOURCES: readonly Source[] = [
  {
    name: 'World Bank, World Development Indicators',
    use: 'credits:figures.items.wdi',
    terms: 'credits:figures.term.ccby',
  },
  {
    name: 'International Monetary Fund, World Economic Outlook',
    use: 'credits:figures.items.weo',
    terms: 'credits:figures.term.attribution',
  },
  {
    name: 'U.S. Energy Information Administration',
    use: 'credits:figures.items.eia',
    terms: 'credits:figures.term.pd',
  },
  {
    name: 'Agency for Regulation and Development of the Financial Market, Kazakhstan',
    use: 'credits:figures.items.ardfm',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'UN Comtrade; customs statistics of Kazakhstan and the European Union',
    use: 'credits:figures.items.comtrade',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'The World Factbook',
    use: 'credits:figures.items.cia',
    terms: 'credits:figures.term.pd',
  },
  {
    name: 'Eurasian Development Bank; Eurasian Fund for Stabilization and Development',
    use: 'credits:figures.items.edb',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'UTLC ERA, Eurasian Rail Alliance Index, Kazakhstan Temir Zholy, RZD Logistics',
    use: 'credits:figures.items.railways',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'Trans-Caspian International Transport Route',
    use: 'credits:figures.items.tcitr',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'KazMunayGas; Caspian Pipeline Consortium',
    use: 'credits:figures.items.kmg',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'World Bank, studies of the customs union and the Middle Corridor',
    use: 'credits:figures.items.worldbank',
    terms: 'credits:figures.term.attribution',
  },
  {
    name: 'The Astana Times, Inform.kz, JOC, Eurailpress, Intellinews, Xinhua',
    use: 'credits:figures.items.press',
    terms: 'credits:figures.term.fact',
  },
  {
    name: 'GeoNames',
    use: 'credits:figures.items.geonames',
    terms: 'credits:figures.term.ccby',
  },
  {
    name: 'Multivector',
    use: 'credits:figures.items.own',
    terms: 'credits:figures.term.assumption',
  },
];

export const PARTS: readonly Part[] = [
  { name: 'Source Serif 4', use: 'credits:use.sourceSerif', licence: 'OFL 1.1' },
  { name: 'Noto Sans', use: 'credits:use.notoSans', licence: 'OFL 1.1' },
  { name: 'Lucide', use: 'credits:use.lucide', licence: 'ISC' },
  { name: 'Natural Earth', use: 'credits:use.naturalEarth', licence: 'PD' },
  { name: 'world-atlas', use: 'credits:use.worldAtlas', licence: 'ISC' },
  { name: 'Preact', use: 'credits:use.preact', licence: 'MIT' },
  { name: 'Preact Signals', use: 'credits:use.signals', licence: 'MIT' },
  { name: 'Phaser', use: 'credits:use.phaser', licence: 'MIT' },
  { name: 'Colyseus', use: 'credits:use.colyseus', licence: 'MIT' },
  { name: 'i18next', use: 'credits:use.i18next', licence: 'MIT' },
  { name: 'Express', use: 'credits:use.express', licence: 'MIT' },
  { name: 'sirv', use: 'credits:use.sirv', licence: 'MIT' },
  { name: 'Helmet', use: 'credits:use.helmet', licence: 'MIT' },
  { name: 'rate-limiter-flexible', use: 'credits:use.limiter', licence: 'ISC' },
  { name: 'better-sqlite3', use: 'credits:use.sqlite', licence: 'MIT' },
  { name: 'node-postgres', use: 'credits:use.pg', licence: 'MIT' },
  { name: 'Kysely', use: 'credits:use.kysely', licence: 'MIT' },
  { name: 'Valibot', use: 'credits:use.valibot', licence: 'MIT' },
  { name: 'Zod', use: 'credits:use.zod', licence: 'MIT' },
  { name: 'jsep', use: 'credits:use.jsep', licence: 'MIT' },
  { name: 'Nano ID', use: 'credits:use.nanoid', licence: 'MIT' },
  { name: 'uqr', use: 'credits:use.uqr', licence: 'MIT' },
  { name: 'Pino', use: 'credits:use.pino', licence: 'MIT' },
  { name: 'Vite', use: 'credits:use.vite', licence: 'MIT' },
];
