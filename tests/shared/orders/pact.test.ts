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
    { params: { chapter: 'customs' }, word: 'union_cohesion', words: met, sign: 1 },
    // Industry at home fears what comes in.
    { params: { chapter: 'customs' }, word: 'home(RU)', words: met, sign: -1 },
  ],
  prices: [{ params: { chapter: 'customs' }, words: met, pc: 2, money: 0 }],
});
