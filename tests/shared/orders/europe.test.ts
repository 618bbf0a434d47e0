import { tableOf } from './table.ts';

const power = 'EU' as const;

tableOf({
  kind: 'epca',
  power,
  uses: [
    { says: 'talks', params: { step: '1' }, code: null },
    { says: 'the signature before talks', params: { step: '2' }, code: 'stepOrder' },
    {
      says: 'the signature before Kazakhstan is in the trade club',
      params: { step: '2' },
      words: { epca_step: 1 },
      round: 3,
      code: 'stepLocked',
    },
    {
      says: 'the signature after that',
      params: { step: '2' },
      words: { epca_step: 1 },
      round: 4,
      code: null,
    },
    { says: 'where law is far', params: { step: '3' }, words: { epca_step: 2 }, code: 'ruleOfLaw' },
    {
      says: 'where law is near enough',
      params: { step: '3' },
      words: { epca_step: 2, rol: 35 },
      code: null,
    },
    {
      says: 'after a protest was put down',
      params: { step: '1' },
      words: { crackdown: 1 },
      code: 'remembered',
    },
    { says: 'beyond the last', params: { step: '4' }, words: { epca_step: 4 }, code: 'noChange' },
    { says: 'in the next half-year', params: { step: '1' }, used: { epca: -1 }, code: 'cooldown' },
    { says: 'of another power', params: { step: '1' }, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: { step: '1' }, word: 'ntb(KZ,EU,goods)', sign: -1, size: [-12, -3], share: true },
    { params: { step: '1' }, word: 'trade(EU)', rounds: 2, sign: 1 },
    { params: { step: '1' }, word: 'trust(KZ,EU)', sign: 1, size: [4.7, 5.1] },
    { params: { step: '1' }, word: 'holdup(RU)', sign: -1, size: [-4, -1] },
    { params: { step: '1' }, word: 'rol', sign: 1, size: [0.9, 1.1] },
    { params: { step: '1' }, word: 'norms', sign: 1, size: [2.9, 3.1] },
    { params: { step: '1' }, word: 'stability', sign: 1 },
  ],
  prices: [{ params: { step: '1' }, pc: 2, money: 0.02 }],
});

tableOf({
  kind: 'sanctions',
  power,
  uses: [
    { says: 'a level more', params: { change: 'up' }, code: null },
    { says: 'a level less than none', params: { change: 'down' }, code: 'levelLimit' },
    {
      says: 'a level more than three',
      params: { change: 'up' },
      words: { sanction_level: 3 },
      code: 'levelLimit',
    },
    { says: 'roll over nothing', params: { change: 'hold' }, code: 'noChange' },
    { says: 'roll over', params: { change: 'hold' }, words: { sanction_level: 1 }, code: null },
    {
      says: 'a level more with members apart',
      params: { change: 'up' },
      words: { eu_cohesion: 54 },
      code: 'cohesionTooLow',
    },
    {
      says: 'a level less with members apart',
      params: { change: 'down' },
      words: { eu_cohesion: 54, sanction_level: 1 },
      code: null,
    },
    { says: 'again at once', params: { change: 'up' }, used: { sanctions: 0 }, code: 'cooldown' },
    { says: 'of another power', params: { change: 'up' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { change: 'up' }, word: 'ru_growth', sign: -1, size: [-0.5, -0.35] },
    { params: { change: 'up' }, word: 'usdrub', sign: 1, size: [3.9, 4.1], share: true },
    { params: { change: 'up' }, word: 'growth', sign: -1 },
    { params: { change: 'up' }, word: 'confrontation', sign: 1, size: [2.7, 3.1] },
    {
      params: { change: 'down' },
      words: { sanction_level: 1 },
      word: 'confrontation',
      sign: -1,
      size: [-6.1, -5.5],
    },
    {
      params: { change: 'up' },
      words: { sanction_level: 1 },
      word: 'eu_cohesion',
      sign: -1,
      size: [-3.1, -2.9],
    },
    {
      params: { change: 'up' },
      words: { confrontation: 60, sanction_level: 1 },
      word: 'credibility',
      sign: 1,
      size: [4, 4],
    },
    {
      params: { change: 'hold' },
      words: { confrontation: 60, sanction_level: 1 },
      word: 'credibility',
      sign: 1,
      size: [4, 4],
    },
    // Words without deeds cost three more.
    {
      params: { change: 'up' },
      words: { confrontation: 60 },
      word: 'credibility',
      sign: 1,
      size: [7, 7],
    },
    {
      params: { change: 'down' },
      words: { confrontation: 60, sanction_level: 2 },
      word: 'credibility',
      sign: -1,
      size: [-6, -6],
    },
    { params: { change: 'down' }, words: { sanction_level: 1 }, word: 'credibility', sign: 0 },
    { params: { change: 'up' }, word: 'ru_channel', sign: -1 },
  ],
  prices: [
    { params: { change: 'up' }, pc: 3, money: 0 },
    { params: { change: 'hold' }, pc: 1, money: 0 },
  ],
  ground: { sanction_level: 1 },
});

tableOf({
  kind: 'eu_corridor',
  power,
  uses: [
    { says: 'Brest', params: { place: 'brest', amount: 0.5 }, code: null },
    {
      says: 'a fourth time',
      params: { place: 'aktau', amount: 0.5 },
      words: { 'widened(aktau)': 3 },
      code: 'crossingFull',
    },
    { says: 'too little', params: { place: 'brest', amount: 0.1 }, code: 'badParameter' },
    { says: 'in China', params: { place: 'khorgos', amount: 0.5 }, code: 'badParameter' },
    {
      says: 'the same again at once',
      params: { place: 'brest', amount: 0.5 },
      used: { 'eu_corridor:brest': 0 },
      code: 'cooldown',
    },
    {
      says: 'of another power',
      params: { place: 'brest', amount: 0.5 },
      by: 'CN',
      code: 'notYourOrder',
    },
  ],
  effects: [
    { params: { place: 'brest', amount: 0.5 }, word: 'delay(brest)', sign: -1, size: [-1.5, -0.4] },
    { params: { place: 'brest', amount: 0.5 }, word: 'capacity(brest)', sign: 1 },
    { params: { place: 'aktau', amount: 0.8 }, word: 'holdup(RU)', sign: -1, size: [-3.5, -0.5] },
    { params: { place: 'brest', amount: 0.5 }, word: 'norms', sign: 1, size: [1.9, 2.1] },
    { params: { place: 'brest', amount: 0.5 }, word: 'eu_cohesion', sign: -1 },
    {
      params: { place: 'brest', amount: 0.5 },
      words: { subsidy: 4000 },
      word: 'boxes(all)',
      rounds: 3,
      sign: 1,
    },
  ],
  prices: [{ params: { place: 'brest', amount: 0.5 }, pc: 1, money: 0.5 }],
});
