type Messages = {
  readonly common: typeof import('../../assets/locales/en/common.json');
  readonly front: typeof import('../../assets/locales/en/front.json');
  readonly join: typeof import('../../assets/locales/en/join.json');
  readonly lobby: typeof import('../../assets/locales/en/lobby.json');
  readonly game: typeof import('../../assets/locales/en/game.json');
  readonly orders: typeof import('../../assets/locales/en/orders.json');
  readonly indicators: typeof import('../../assets/locales/en/indicators.json');
  readonly refusal: typeof import('../../assets/locales/en/refusal.json');
  readonly causes: typeof import('../../assets/locales/en/causes.json');
  readonly glossary: typeof import('../../assets/locales/en/glossary.json');
  readonly map: typeof import('../../assets/locales/en/map.json');
  readonly talks: typeof import('../../assets/locales/en/talks.json');
  readonly clauses: typeof import('../../assets/locales/en/clauses.json');
  readonly end: typeof import('../../assets/locales/en/end.json');
  readonly hall: typeof import('../../assets/locales/en/hall.json');
  readonly kit: typeof import('../../assets/locales/en/kit.json');
  readonly credits: typeof import('../../assets/locales/en/credits.json');
};

/** A file of messages, as `assets/locales/<language>/<namespace>.json`. */
export type Namespace = keyof Messages;

/** `cooldown_one` and `cooldown_other` are one message, `cooldown`. */
type Singular<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** Every message by file and path, as in `front:play.start`. */
export type Key = { [N in Namespace]: `${N}:${Paths<Messages[N]>}` }[Namespace];
