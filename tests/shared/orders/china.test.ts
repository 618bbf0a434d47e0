import { tableOf } from './table.ts';

const power = 'CN' as const;
const pipeline = { project: 'eastern_pipeline', amount: 1, interest: 3, local: '30' };
const running = { 'cn_paid(plants)': 1, 'cn_paid(lianyungang)': 0.05, 'cn_paid(kuryk_port)': 0.1 };

tableOf({
  kind: 'finance',
  power,
  uses: [
    { says: 'a pipeline', params: { ...pipeline, bidding: 'open' }, code: null },
    {
      says: 'what stands',
      params: pipeline,
      words: { 'progress(eastern_pipeline)': 1 },
      code: 'alreadyBuilt',
    },
    {
      says: 'what is paid for',
      params: pipeline,
      words: { 'funded(eastern_pipeline)': 2 },
      code: 'alreadyBuilt',
    },
    { says: 'a fourth project at once', params: pipeline, words: running, code: 'noSlot' },
    {
      says: 'a fourth with one more slot',
      params: pipeline,
      words: { ...running, slots: 4 },
      code: null,
    },
    {
      says: 'more for one that runs',
      params: { ...pipeline, project: 'plants' },
      words: running,
      code: null,
    },
    {
      says: 'beyond what Kazakhstan can owe',
      params: pipeline,
      words: { 'debt(CN)': 39.5 },
      code: 'debtCeiling',
    },
    { says: 'too much', params: { ...pipeline, amount: 7 }, code: 'badParameter' },
    { says: 'of another power', params: pipeline, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    {
      params: { ...pipeline, bidding: 'own' },
      word: 'grievance(rural,china)',
      sign: 1,
      size: [0.5, 5],
    },
    { params: { ...pipeline, bidding: 'open' }, word: 'open_value', sign: 1 },
    { params: { ...pipeline, bidding: 'open' }, word: 'norms', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'accept', sign: -1 },
    { params: { ...pipeline, bidding: 'open' }, word: 'accept', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'debt(CN)', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'lent', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'stake_cn', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'deals', sign: 1 },
    { params: { ...pipeline, bidding: 'open', local: '70' }, word: 'local_share', sign: 1 },
    { params: { ...pipeline, bidding: 'own', interest: 6 }, word: 'cn_rate', sign: 1 },
    { params: { ...pipeline, bidding: 'own' }, word: 'growth', sign: 1 },
    // Two half-years faster: in the time in which tenders build a third, own crews build all.
    {
      params: { ...pipeline, bidding: 'own', amount: 2 },
      word: 'progress(eastern_pipeline)',
      sign: 1,
      size: [0.9, 1],
    },
    {
      params: { ...pipeline, bidding: 'open', amount: 2 },
      word: 'progress(eastern_pipeline)',
      sign: 1,
      size: [0.3, 0.4],
    },
    { params: { ...pipeline, bidding: 'own', amount: 2 }, word: 'line_capacity(atasu)', sign: 1 },
  ],
  prices: [
    { params: { ...pipeline, amount: 0.5 }, pc: 1, money: 0.5 },
    { params: { ...pipeline, amount: 2 }, pc: 2, money: 2 },
    { params: { ...pipeline, amount: 5 }, pc: 3, money: 5 },
  ],
});

tableOf({
  kind: 'train_subsidy',
  power,
  uses: [
    { says: 'some', params: { rate: 2000 }, code: null },
    { says: 'none, as it is', params: { rate: 0 }, code: 'noChange' },
    { says: 'the end of it', params: { rate: 0 }, words: { subsidy: 2000 }, code: null },
    { says: 'too much', params: { rate: 4250 }, code: 'badParameter' },
    { says: 'again at once', params: { rate: 1000 }, used: { train_subsidy: 0 }, code: 'cooldown' },
    { says: 'of another power', params: { rate: 1000 }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { rate: 1000 }, word: 'boxes(all)', sign: 1, size: [35, 60], share: true },
    // The trains that follow the boxes bring more of them.
    {
      params: { rate: 1000 },
      word: 'boxes(all)',
      rounds: 4,
      sign: 1,
      size: [80, 150],
      share: true,
    },
    { params: { rate: 1000 }, word: 'subsidy_cost', sign: 1 },
    { params: { rate: 2000 }, word: 'toll_income(KZ)', sign: 1 },
    { params: { rate: 4000 }, word: 'delay(dostyk)', rounds: 4, sign: 1 },
  ],
  prices: [{ params: { rate: 4000 }, pc: 1, money: 0 }],
});

tableOf({
  kind: 'summit',
  power,
  uses: [
    { says: 'in Astana', params: { host: 'KZ' }, code: null },
    { says: 'at home', params: { host: 'CN' }, code: null },
    { says: 'in Moscow', params: { host: 'RU' }, code: 'badParameter' },
    {
      says: 'with nothing left to open',
      params: { host: 'KZ' },
      words: { slots: 9 },
      code: 'noChange',
    },
    {
      says: 'within three half-years',
      params: { host: 'KZ' },
      used: { summit: -2 },
      code: 'cooldown',
    },
    { says: 'after three half-years', params: { host: 'KZ' }, used: { summit: -3 }, code: null },
    { says: 'of another power', params: { host: 'KZ' }, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: { host: 'KZ' }, word: 'slots', sign: 1, size: [1, 1] },
    { params: { host: 'KZ' }, word: 'att(officials,CN)', sign: 1, size: [5, 7] },
    { params: { host: 'KZ' }, word: 'aware(officials,OBOR)', sign: 1, size: [0.1, 0.2] },
    { params: { host: 'KZ' }, word: 'aware(cities,OBOR)', sign: 0 },
    { params: { host: 'KZ' }, word: 'deals', sign: 1, size: [2, 5] },
    { params: { host: 'KZ' }, word: 'stake_cn', sign: 1, size: [1, 1] },
    { params: { host: 'KZ' }, word: 'voiced', sign: -1 },
    { params: { host: 'KZ' }, word: 'home(KZ)', sign: 1 },
    { params: { host: 'CN' }, word: 'home(CN)', sign: 1 },
    { params: { host: 'KZ' }, word: 'trust(KZ,CN)', sign: 1 },
  ],
  prices: [{ params: { host: 'KZ' }, pc: 2, money: 0 }],
});

tableOf({
  kind: 'food_access',
  power,
  uses: [
    { says: 'a quota', params: { quota: 'medium' }, code: null },
    {
      says: 'where nothing is in the way',
      params: { quota: 'small' },
      words: { 'ntb(CN,KZ,food)': 0 },
      code: 'noChange',
    },
    { says: 'without bounds', params: { quota: 'endless' }, code: 'badParameter' },
    {
      says: 'again at once',
      params: { quota: 'small' },
      used: { food_access: 0 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { quota: 'small' }, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: { quota: 'medium' }, word: 'ntb(CN,KZ,food)', sign: -1 },
    {
      params: { quota: 'large' },
      word: 'volume(CN,KZ,food)',
      rounds: 3,
      sign: 1,
      size: [12, 18],
      share: true,
    },
    { params: { quota: 'medium' }, word: 'ntb(KZ,CN,goods)', sign: -1, size: [-1.01, -0.99] },
    { params: { quota: 'medium' }, word: 'att(rural,CN)', sign: 1, size: [2.5, 3.5] },
    { params: { quota: 'large' }, word: 'trade(CN)', sign: 1 },
  ],
  prices: [{ params: { quota: 'large' }, pc: 1, money: 0 }],
});
