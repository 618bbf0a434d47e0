import { tableOf } from './table.ts';

const met = { chapters_open: 1 };

tableOf({
  kind: 'chapter',
  power: 'RU',
  ground: met,
  uses: [
    { says: 'once the plans have met', params: { chapter: 'customs' }, words: met, code: null },
    { says: 'before', params: { chapter: 'customs' }, code: 'chaptersClosed' },
    {
      says: 'what is written',
      params: { chapter: 'customs' },
      words: { ...met, 'chapter(customs)': 100 },
      code: 'noChange',
    },
    { says: 'by Kazakhstan', params: { chapter: 'finance' }, words: met, by: 'KZ', code: null },
    { says: 'by China', params: { chapter: 'finance' }, words: met, by: 'CN', code: null },
    {
      says: 'by Europe',
      params: { chapter: 'finance' },
      words: met,
      by: 'EU',
      code: 'notYourOrder',
    },
    { says: 'that is none', params: { chapter: 'peace' }, words: met, code: 'badParameter' },
  ],
  effects: [
    {
      params: { chapter: 'customs' },
      word: 'chapter(customs)',
      words: met,
      sign: 1,
      size: [20, 20],
    },
    { params: { chapter: 'customs' }, word: 'aligned(RU,customs)', words: met, sign: 1 },
    { params: { chapter: 'customs' }, word: 'chapter(technical)', words: met, sign: 0 },
    { params: { chapter: 'customs' }, word: 'biz_conf', words: met, sign: 1 },
    // Written by one of the union's two powers, it sets them apart until the other has it too.
    { params: { chapter: 'customs' }, word: 'union_cohesion', words: met, sign: -1 },
    // Industry at home fears what comes in.
    { params: { chapter: 'customs' }, word: 'home(RU)', words: met, sign: -1 },
  ],
  prices: [{ params: { chapter: 'customs' }, words: met, pc: 2, money: 0 }],
});

tableOf({
  kind: 'ru_media',
  power: 'RU',
  uses: [
    { says: 'for the union', params: { campaign: 'pro_union' }, code: null },
    { says: 'against Europe', params: { campaign: 'anti_europe' }, code: null },
    { says: 'for war', params: { campaign: 'war' }, code: 'badParameter' },
    {
      says: 'again at once',
      params: { campaign: 'pro_union' },
      used: { ru_media: 0 },
      code: 'cooldown',
    },
    {
      says: 'in the next half-year',
      params: { campaign: 'pro_union' },
      used: { ru_media: -1 },
      code: null,
    },
    { says: 'by Kazakhstan', params: { campaign: 'pro_union' }, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: { campaign: 'pro_union' }, word: 'att(north,EEU)', sign: 1, size: [3.5, 4.5] },
    { params: { campaign: 'pro_union' }, word: 'att(cities,EEU)', sign: 1, size: [0.8, 1.2] },
    { params: { campaign: 'pro_union' }, word: 'spread', sign: 1 },
    { params: { campaign: 'pro_union' }, word: 'att(north,OBOR)', sign: 0 },
    { params: { campaign: 'anti_road' }, word: 'att(north,OBOR)', sign: -1, size: [-4.5, -3.5] },
    { params: { campaign: 'anti_road' }, word: 'att(north,CN)', sign: -1 },
    { params: { campaign: 'anti_europe' }, word: 'att(north,EU)', sign: -1 },
    // The third within two years is heard by a third.
    {
      params: { campaign: 'pro_union' },
      words: { media_repeats: 2 },
      word: 'att(north,EEU)',
      sign: 1,
      size: [1.2, 1.7],
    },
    {
      params: { campaign: 'pro_union' },
      words: { openness: 80 },
      word: 'att(north,EEU)',
      sign: 1,
      size: [0.5, 2],
    },
    {
      params: { campaign: 'pro_union' },
      words: { 'fear(north)': 45 },
      word: 'att(north,EEU)',
      sign: 1,
      size: [0.5, 2.5],
    },
    { params: { campaign: 'pro_union' }, word: 'home(RU)', sign: 1 },
  ],
  prices: [{ params: { campaign: 'anti_road' }, pc: 1, money: 0.08 }],
});

tableOf({
  kind: 'ru_invest',
  power: 'RU',
  uses: [
    { says: 'in fields and pipes', params: { sector: 'energy', amount: 1 }, code: null },
    { says: 'too much', params: { sector: 'energy', amount: 1.1 }, code: 'badParameter' },
    { says: 'too little', params: { sector: 'food', amount: 0.1 }, code: 'badParameter' },
    { says: 'by China', params: { sector: 'food' }, by: 'CN', code: 'notYourOrder' },
  ],
  effects: [
    { params: { sector: 'goods', amount: 1 }, word: 'growth', sign: 1, size: [0.08, 0.12] },
    { params: { sector: 'goods', amount: 0.2 }, word: 'growth', sign: 1, size: [0.01, 0.03] },
    { params: { sector: 'energy', amount: 1 }, word: 'att(cities,EEU)', sign: 1 },
    { params: { sector: 'energy', amount: 1 }, word: 'holdup(RU)', sign: 1 },
    { params: { sector: 'food', amount: 1 }, word: 'holdup(RU)', sign: 1, size: [0, 0.4] },
    { params: { sector: 'energy', amount: 1 }, word: 'autonomy', sign: -1 },
    { params: { sector: 'energy', amount: 1 }, word: 'home(RU)', sign: 1 },
  ],
  prices: [{ params: { sector: 'energy', amount: 0.7 }, pc: 1, money: 0.7 }],
});

tableOf({
  kind: 'enlarge',
  power: 'RU',
  ground: { treaty: 3 },
  uses: [
    { says: 'a large neighbour', params: { state: 'UZ' }, words: { treaty: 3 }, code: null },
    { says: 'before there is a union', params: { state: 'UZ' }, code: 'treatyFirst' },
    {
      says: 'who is in',
      params: { state: 'TJ' },
      words: { treaty: 3, 'member(TJ)': 1 },
      code: 'noChange',
    },
    {
      says: 'two in a row',
      params: { state: 'TJ' },
      words: { treaty: 3 },
      used: { enlarge: -3 },
      code: 'cooldown',
    },
    { says: 'a third', params: { state: 'AF' }, words: { treaty: 3 }, code: 'badParameter' },
  ],
  effects: [
    {
      params: { state: 'UZ' },
      word: 'ntb(KZ,CA,goods)',
      sign: -1,
      size: [-10.1, -9.9],
      share: true,
    },
    {
      params: { state: 'TJ' },
      word: 'ntb(KZ,CA,goods)',
      sign: -1,
      size: [-4.1, -3.9],
      share: true,
    },
    { params: { state: 'UZ' }, word: 'ca_trade', sign: 1 },
    { params: { state: 'UZ' }, word: 'ru_growth', sign: 1 },
    { params: { state: 'TJ' }, word: 'union_cohesion', sign: -1 },
    { params: { state: 'UZ' }, word: 'eeu_econ', sign: 1 },
    { params: { state: 'UZ' }, word: 'delay(petropavl)', sign: 1 },
    { params: { state: 'UZ' }, word: 'member(UZ)', sign: 1, size: [1, 1] },
    { params: { state: 'UZ' }, word: 'member(TJ)', sign: 0 },
  ],
  prices: [{ params: { state: 'UZ' }, pc: 3, money: 0.4 }],
});

tableOf({
  kind: 'blueprint',
  power: 'CN',
  uses: [
    { says: 'rules', params: { document: 'rules' }, code: null },
    { says: 'a poem', params: { document: 'poem' }, code: 'badParameter' },
    {
      says: 'where all is clear',
      params: { document: 'list' },
      words: { clarity: 100 },
      code: 'noChange',
    },
    {
      says: 'again within three',
      params: { document: 'list' },
      used: { blueprint: -2 },
      code: 'cooldown',
    },
    { says: 'by Russia', params: { document: 'list' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { document: 'rules' }, word: 'clarity', sign: 1, size: [15, 15] },
    { params: { document: 'list' }, word: 'biz_conf', sign: 1, size: [3, 6] },
    // What is clear wins more with time.
    { params: { document: 'list' }, word: 'att(officials,OBOR)', rounds: 2, sign: 1 },
  ],
  prices: [{ params: { document: 'list' }, pc: 2, money: 0 }],
});

const open = { land_code: 1, 'aware(*,OBOR)': 0.5 };

tableOf({
  kind: 'farmland',
  power: 'CN',
  ground: { ...open, leases: 2 },
  uses: [
    { says: 'where the land is open', params: { lease: 'ask' }, words: open, code: null },
    { says: 'where it is not', params: { lease: 'ask' }, code: 'landShut' },
    {
      says: 'under a moratorium',
      params: { lease: 'ask' },
      words: { land_code: 2 },
      code: 'landShut',
    },
    {
      says: 'without end',
      params: { lease: 'ask' },
      words: { ...open, leases: 5 },
      code: 'noChange',
    },
    { says: 'nothing back', params: { lease: 'withdraw' }, code: 'noChange' },
    {
      says: 'what is leased back',
      params: { lease: 'withdraw' },
      words: { leases: 1 },
      code: null,
    },
    {
      says: 'by Kazakhstan',
      params: { lease: 'ask' },
      words: open,
      by: 'KZ',
      code: 'notYourOrder',
    },
  ],
  effects: [
    { params: { lease: 'ask' }, words: open, word: 'leases', sign: 1, size: [1, 1] },
    {
      params: { lease: 'ask' },
      words: open,
      word: 'grievance(rural,land)',
      sign: 1,
      size: [3, 12],
    },
    { params: { lease: 'ask' }, words: open, word: 'hazard', sign: 1 },
    { params: { lease: 'ask' }, words: open, word: 'volume(CN,KZ,food)', sign: 1 },
    { params: { lease: 'ask' }, words: open, word: 'fund', sign: 1 },
    { params: { lease: 'ask' }, words: open, word: 'lent', sign: 1, size: [0.29, 0.31] },
    { params: { lease: 'ask' }, words: open, word: 'att(rural,CN)', rounds: 3, sign: -1 },
    {
      params: { lease: 'withdraw' },
      words: { ...open, leases: 3 },
      word: 'grievance(rural,land)',
      sign: -1,
    },
    {
      params: { lease: 'withdraw' },
      words: { ...open, leases: 3 },
      word: 'ntb(CN,KZ,food)',
      sign: 1,
    },
  ],
  prices: [{ params: { lease: 'ask' }, words: open, pc: 1, money: 0.1 }],
});

tableOf({
  kind: 'cn_security',
  power: 'CN',
  uses: [
    { says: 'patrols', params: { guard: 'patrol' }, code: null },
    { says: 'a base', params: { guard: 'base' }, code: 'badParameter' },
    { says: 'again', params: { guard: 'training' }, used: { cn_security: -1 }, code: 'cooldown' },
    { says: 'by Russia', params: { guard: 'patrol' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { guard: 'patrol' }, word: 'security_share(CN)', sign: 1, size: [3, 3] },
    { params: { guard: 'training' }, word: 'security_share(CN)', sign: 1, size: [1.7, 1.9] },
    { params: { guard: 'patrol' }, word: 'security_share(RU)', sign: -1 },
    { params: { guard: 'patrol' }, word: 'stability', sign: 1 },
    { params: { guard: 'patrol' }, word: 'trust(RU,KZ)', sign: -1 },
    { params: { guard: 'patrol' }, word: 'trust(RU,CN)', sign: -1 },
    { params: { guard: 'patrol' }, word: 'att(rural,CN)', sign: -1, size: [-2, -1.5] },
    { params: { guard: 'patrol' }, word: 'portfolio', sign: 1 },
    { params: { guard: 'patrol' }, word: 'growth', sign: 1 },
    { params: { guard: 'training' }, word: 'att(cities,CN)', sign: 1 },
    { params: { guard: 'patrol' }, word: 'patrols', rounds: 5, sign: 0 },
    { params: { guard: 'patrol' }, word: 'relief(khorgos)', sign: 1, size: [1, 1] },
    { params: { guard: 'patrol' }, word: 'relief(khorgos)', rounds: 5, sign: 0 },
    { params: { guard: 'patrol' }, word: 'boxes(KZ)', sign: 1 },
    { params: { guard: 'patrol' }, word: 'patrols', rounds: 3, sign: 1 },
  ],
  prices: [{ params: { guard: 'patrol' }, pc: 2, money: 0.1 }],
});

const lent = {
  'cn_paid(plants)': 2,
  'cn_own(plants)': 2,
  lent: 4,
  'debt(CN)': 17,
  'grievance(*,china)': 30,
  'aware(*,OBOR)': 0.5,
};
const shared = { project: 'plants', bank: 'AIIB' };

tableOf({
  kind: 'multilateral',
  power: 'CN',
  ground: lent,
  uses: [
    { says: 'what China pays for', params: shared, words: lent, code: null },
    { says: 'what it has not begun', params: shared, code: null },
    {
      says: 'what stands',
      params: shared,
      words: { ...lent, 'progress(plants)': 1 },
      code: 'alreadyBuilt',
    },
    {
      says: 'what is shared',
      params: shared,
      words: { ...lent, 'bank_shared(plants)': 1 },
      code: 'noChange',
    },
    { says: 'before the bank opens', params: shared, words: lent, round: 1, code: 'bankClosed' },
    { says: 'once it is open', params: shared, words: lent, round: 5, code: null },
    { says: 'by Europe', params: shared, words: lent, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    { params: shared, words: lent, word: 'lent', sign: 1, size: [0.39, 0.41] },
    { params: shared, words: lent, word: 'debt(CN)', sign: 1, size: [0.39, 0.41] },
    // Of each side what it pays of a tranche; of the bank also what it takes over.
    { params: shared, words: lent, word: 'debt(IFI)', sign: 1, size: [1.59, 1.61] },
    { params: shared, words: lent, word: 'progress(plants)', sign: 1 },
    { params: shared, words: lent, word: 'cn_own(plants)', sign: -1, size: [-2, -2] },
    { params: shared, words: lent, word: 'open_value', sign: 1 },
    { params: shared, words: lent, word: 'cn_rate', sign: -1, size: [-0.6, -0.5] },
    { params: shared, words: lent, word: 'grievance(rural,china)', sign: -1 },
    { params: shared, words: lent, word: 'accept', sign: 1 },
    { params: shared, words: lent, word: 'home(CN)', sign: -1 },
    { params: { ...shared, bank: 'EBRD' }, words: lent, word: 'norms', sign: 1 },
  ],
  prices: [{ params: shared, words: lent, pc: 1, money: 1.2 }],
});

const plants = { project: 'plants', amount: 1, interest: 3, local: '30' };

tableOf({
  kind: 'finance',
  power: 'CN',
  uses: [
    {
      says: 'own crews where a bank watches',
      params: { ...plants, bidding: 'own' },
      words: { 'bank_shared(plants)': 1 },
      code: 'openOnly',
    },
    {
      says: 'open bids where a bank watches',
      params: { ...plants, bidding: 'open' },
      words: { 'bank_shared(plants)': 1 },
      code: null,
    },
  ],
  effects: [
    {
      params: { ...plants, bidding: 'open' },
      words: { 'bank_shared(plants)': 1 },
      word: 'lent',
      sign: 1,
      size: [0.59, 0.61],
    },
    {
      params: { ...plants, bidding: 'open' },
      words: { 'bank_shared(plants)': 1 },
      word: 'debt(IFI)',
      sign: 1,
      size: [0.39, 0.41],
    },
  ],
  prices: [
    {
      params: { ...plants, bidding: 'open' },
      words: { 'bank_shared(plants)': 1 },
      pc: 1,
      money: 0.6,
    },
  ],
});
