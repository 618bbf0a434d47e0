import { tableOf } from './table.ts';

const power = 'KZ' as const;

tableOf({
  kind: 'fx',
  power,
  uses: [
    { says: 'hold', params: { course: 'hold' }, code: null },
    { says: 'a step', params: { course: 'step20' }, code: null },
    { says: 'float', params: { course: 'float' }, code: null },
    {
      says: 'float what floats',
      params: { course: 'float' },
      words: { regime: 2 },
      code: 'noChange',
    },
    {
      says: 'a band in a band',
      params: { course: 'band' },
      words: { regime: 1 },
      code: 'noChange',
    },
    { says: 'peg what floats', params: { course: 'hold' }, words: { regime: 2 }, code: null },
    {
      says: 'again in the next half-year',
      params: { course: 'float' },
      used: { fx: -1 },
      code: 'cooldown',
    },
    { says: 'again after a half-year', params: { course: 'float' }, used: { fx: -2 }, code: null },
    { says: 'no such course', params: { course: 'gold' }, code: 'badParameter' },
    { says: 'another power', params: { course: 'float' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { course: 'float' }, word: 'gap', words: { gap: 20 }, sign: -1, size: [-20, -15] },
    { params: { course: 'float' }, word: 'usdkzt', words: { gap: 20 }, sign: 1 },
    { params: { course: 'float' }, word: 'cpi', words: { gap: 20 }, sign: 1, size: [2, 6] },
    { params: { course: 'float' }, word: 'home_share', words: { gap: 20 }, sign: 1, size: [2, 8] },
    {
      params: { course: 'float' },
      word: 'att(cities,gov)',
      words: { promise: 1 },
      sign: -1,
      size: [-11, -9],
    },
    {
      params: { course: 'float' },
      word: 'att(cities,gov)',
      words: { promise: 0 },
      sign: -1,
      size: [-6, -4],
    },
    { params: { course: 'float' }, word: 'fund', words: { gap: 20 }, sign: 1 },
    { params: { course: 'step10' }, word: 'gap', words: { gap: 20 }, sign: -1, size: [-10, -6] },
    { params: { course: 'step20' }, word: 'gap', words: { gap: 20 }, sign: -1, size: [-20, -12] },
    { params: { course: 'step20' }, word: 'att(rural,gov)', sign: -1, size: [-5, -3] },
    { params: { course: 'hold' }, word: 'promise', words: { promise: 0 }, sign: 1 },
    { params: { course: 'band' }, word: 'gap', words: { gap: 20 }, sign: -1 },
  ],
  prices: [
    { params: { course: 'hold' }, pc: 2, money: 0 },
    { params: { course: 'float' }, pc: 3, money: 0 },
  ],
  ground: { gap: 10 },
});

tableOf({
  kind: 'build',
  power,
  uses: [
    { says: 'a dry port', params: { project: 'khorgos_dry_port', amount: 0.15 }, code: null },
    {
      says: 'what stands',
      params: { project: 'kuryk_port' },
      words: { 'progress(kuryk_port)': 1 },
      code: 'alreadyBuilt',
    },
    {
      says: 'what is paid for',
      params: { project: 'khorgos_dry_port' },
      words: { 'funded(khorgos_dry_port)': 0.15 },
      code: 'alreadyBuilt',
    },
    {
      says: 'plants, which are for China to lend on',
      params: { project: 'plants' },
      code: 'badParameter',
    },
    {
      says: 'more than the desk may spend',
      params: { project: 'wewc_road', amount: 2 },
      code: 'badParameter',
    },
    { says: 'of another power', params: { project: 'wewc_road' }, by: 'CN', code: 'notYourOrder' },
    {
      says: 'twice in a row',
      params: { project: 'wewc_road' },
      used: { 'build:wewc_road': -1 },
      code: null,
    },
  ],
  effects: [
    { params: { project: 'khorgos_dry_port', amount: 0.15 }, word: 'capacity(khorgos)', sign: 1 },
    { params: { project: 'wewc_road', amount: 1 }, word: 'progress(wewc_road)', sign: 1 },
    { params: { project: 'wewc_road', amount: 1 }, word: 'growth', sign: 1, size: [0.005, 0.15] },
    {
      params: { project: 'wewc_road', amount: 1 },
      word: 'grievance(rural,roads)',
      sign: 1,
      size: [1, 6],
    },
    { params: { project: 'wewc_road', amount: 1 }, word: 'works', sign: 1 },
    { params: { project: 'kuryk_port', amount: 0.3 }, word: 'fund', sign: -1 },
    {
      params: { project: 'kuryk_port', amount: 0.3, financier: 'IFI' },
      word: 'debt(IFI)',
      sign: 1,
      size: [0.2, 0.3],
    },
    // Lenders pay by progress: more than the site can take is not drawn.
    {
      params: { project: 'kuryk_port', amount: 1.5, financier: 'IFI' },
      word: 'debt(IFI)',
      sign: 1,
      size: [0.2, 0.3],
    },
  ],
  prices: [
    { params: { project: 'kuryk_port', amount: 0.3 }, pc: 2, money: 0.3 },
    { params: { project: 'kuryk_port', amount: 0.3, financier: 'market' }, pc: 2, money: 0 },
  ],
});

tableOf({
  kind: 'crossing',
  power,
  uses: [
    { says: 'Dostyk', params: { node: 'dostyk' }, code: null },
    {
      says: 'a fourth time',
      params: { node: 'dostyk' },
      words: { 'widened(dostyk)': 3 },
      code: 'crossingFull',
    },
    { says: 'abroad', params: { node: 'brest' }, code: 'badParameter' },
    {
      says: 'the same again at once',
      params: { node: 'dostyk' },
      used: { 'crossing:dostyk': 0 },
      code: 'cooldown',
    },
    {
      says: 'another at once',
      params: { node: 'aktau' },
      used: { 'crossing:dostyk': 0 },
      code: null,
    },
    { says: 'of another power', params: { node: 'dostyk' }, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { node: 'dostyk' }, word: 'delay(dostyk)', sign: -1, size: [-1.2, -0.5] },
    { params: { node: 'dostyk' }, word: 'capacity(dostyk)', sign: 1, size: [39, 41], share: true },
    {
      params: { node: 'dostyk' },
      word: 'capacity(dostyk)',
      words: { 'widened(dostyk)': 1 },
      sign: 1,
      size: [19, 21],
      share: true,
    },
    { params: { node: 'dostyk' }, word: 'boxes(KZ)', words: { subsidy: 4000 }, rounds: 3, sign: 1 },
    { params: { node: 'dostyk' }, word: 'fund', sign: -1 },
  ],
  prices: [{ params: { node: 'dostyk' }, pc: 1, money: 0.25 }],
});

tableOf({
  kind: 'toll',
  power,
  uses: [
    { says: 'lower', params: { toll: 400 }, code: null },
    { says: 'as it is', params: { toll: 1100 }, code: 'noChange' },
    { says: 'off the grid', params: { toll: 1150 }, code: 'badParameter' },
    { says: 'below nothing', params: { toll: -100 }, code: 'badParameter' },
    {
      says: 'on a road without a station of its own',
      params: { corridor: 'siberian', toll: 400 },
      code: 'badParameter',
    },
    { says: 'again at once', params: { toll: 400 }, used: { 'toll:trunk': 0 }, code: 'cooldown' },
    { says: 'of another power', params: { toll: 400 }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { toll: 1300 }, word: 'boxes(trunk)', sign: -1 },
    { params: { toll: 1300 }, word: 'toll_income(RU)', sign: -1 },
    { params: { toll: 400 }, word: 'boxes(KZ)', sign: 1 },
    { params: { toll: 400 }, word: 'toll_income(RU)', sign: 1 },
    { params: { corridor: 'asia', toll: 800 }, word: 'transit_income', sign: 1 },
  ],
  prices: [{ params: { toll: 400 }, pc: 1, money: 0 }],
});

tableOf({
  kind: 'eeu',
  power,
  uses: [
    { says: 'carry out', params: { act: 'implement' }, code: null },
    {
      says: 'carry out from outside',
      params: { act: 'implement' },
      words: { treaty: 1 },
      code: 'treatyFirst',
    },
    { says: 'hold up from outside', params: { act: 'stall' }, words: { treaty: 1 }, code: null },
    {
      says: 'politics inside the economy alone',
      params: { act: 'political' },
      words: { treaty: 2 },
      code: 'treatyFirst',
    },
    {
      says: 'sign before there is a treaty',
      params: { act: 'sign_full' },
      round: 0,
      code: 'noOccasion',
    },
    { says: 'sign in its half-year', params: { act: 'sign_full' }, round: 1, code: null },
    {
      says: 'sign what is signed',
      params: { act: 'sign_full' },
      words: { treaty: 2 },
      round: 1,
      code: 'noOccasion',
    },
    { says: 'sign too late', params: { act: 'sign_full' }, round: 2, code: 'noOccasion' },
    { says: 'come in after a delay', params: { act: 'accede' }, words: { treaty: 1 }, code: null },
    { says: 'come in twice', params: { act: 'accede' }, words: { treaty: 3 }, code: 'noChange' },
    {
      says: 'deepen again at once',
      params: { act: 'economic' },
      used: { 'eeu:work': 0 },
      code: 'cooldown',
    },
    {
      says: 'sign beside work',
      params: { act: 'sign_full' },
      round: 1,
      used: { 'eeu:work': 1 },
      code: null,
    },
    { says: 'of another power', params: { act: 'implement' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    {
      params: { act: 'economic' },
      word: 'ntb(KZ,RU,goods)',
      sign: -1,
      size: [-8.01, -7.99],
      share: true,
    },
    { params: { act: 'economic' }, word: 'delay(petropavl)', sign: -1, size: [-0.25, -0.05] },
    { params: { act: 'economic' }, word: 'eeu_econ', sign: 1 },
    { params: { act: 'economic' }, word: 'growth', rounds: 3, sign: 1 },
    { params: { act: 'implement' }, word: 'ntb(RU,KZ,food)', sign: -1 },
    { params: { act: 'implement' }, word: 'disputes', words: { disputes: 1 }, sign: -1 },
    { params: { act: 'political' }, word: 'eeu_pol', sign: 1 },
    { params: { act: 'political' }, word: 'trust(RU,KZ)', sign: 1, size: [7, 8.1] },
    { params: { act: 'political' }, word: 'fear(cities)', sign: 1 },
    { params: { act: 'political' }, word: 'spread', sign: 1 },
    { params: { act: 'stall' }, word: 'trust(RU,KZ)', sign: -1, size: [-6.1, -5.5] },
    { params: { act: 'stall' }, word: 'ntb(KZ,RU,goods)', sign: 1 },
    { params: { act: 'stall' }, word: 'union_cohesion', sign: -1 },
    // Against the silence that puts the treaty off.
    { params: { act: 'sign_full' }, round: 1, word: 'trust(RU,KZ)', sign: 1, size: [17, 18.1] },
    { params: { act: 'sign_economic' }, round: 1, word: 'trust(RU,KZ)', sign: 1, size: [9, 10.1] },
    { params: { act: 'delay' }, round: 1, word: 'trust(RU,KZ)', sign: 0 },
    { params: { act: 'sign_full' }, round: 1, rounds: 3, word: 'joined', sign: 1 },
    {
      params: { act: 'sign_economic' },
      round: 1,
      rounds: 3,
      word: 'delay(petropavl)',
      sign: -1,
      size: [-0.3, -0.1],
    },
    { params: { act: 'sign_full' }, round: 1, rounds: 3, word: 'exp_gain', sign: 1 },
    {
      params: { act: 'accede' },
      words: { treaty: 1 },
      round: 3,
      rounds: 2,
      word: 'joined',
      sign: 1,
    },
  ],
  prices: [
    { params: { act: 'economic' }, pc: 2, money: 0 },
    { params: { act: 'sign_full' }, pc: 0, money: 0, round: 1 },
    { params: { act: 'accede' }, pc: 0, money: 0 },
  ],
});
