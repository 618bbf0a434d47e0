import { type Content, coefficient } from '../../core/content.ts';
import { POWERS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';

const PUBLIC = ['cities', 'rural', 'north'] as const;

function compile(content: Content) {
  const { layout, start } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `diplomacy.${name}`);
  const trust = at('trust');
  return {
    trust,
    usualTrust: start.slice(trust, trust + POWERS.length * POWERS.length),
    reputation: at('reputation'),
    share: at('security_share', 'RU'),
    usualShare: start[at('security_share', 'RU')] as number,
    fear: PUBLIC.map((s) => at('fear', s)),
    coop: { RU: at('coop', 'RU'), CN: at('coop', 'CN'), EU: at('coop', 'EU') },
    usualCoop: start[at('coop', 'CN')] as number,
    econ: at('eeu_econ'),
    usualEcon: start[at('eeu_econ')] as number,
    disputes: at('disputes'),
    lent: at('lent'),
    step: at('epca_step'),
    anger: PUBLIC.flatMap((s) => [at('grievance', s, 'land'), at('grievance', s, 'china')]),
    k: {
      trustReturns: k('trustReturns'),
      shareReturns: k('shareReturns'),
      hedge: k('hedge'),
      hedgeFrom: coefficient(content, 'union.hedgeFrom'),
      coopSpeed: k('coopSpeed'),
      coopTrust: k('coopTrust'),
      coopDepth: k('coopDepth'),
      coopDispute: k('coopDispute'),
      coopLoans: k('coopLoans'),
      coopAnger: k('coopAnger'),
      coopStep: k('coopStep'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Trust by pairs, the memory of broken words, ties of security, and who works with Kazakhstan. */
export function pairs(ctx: RoundContext): void {
  let c = compiled.get(ctx.content);
  if (!c) {
    c = compile(ctx.content);
    compiled.set(ctx.content, c);
  }
  const { num, prev } = ctx;
  const { k } = c;
  for (let i = 0; i < c.usualTrust.length; i += 1) {
    const at = c.trust + i;
    const away = (c.usualTrust[i] as number) - (prev[at] as number);
    move(ctx, at, k.trustReturns * away, 'mech:calm_returns');
  }
  for (let p = 0; p < POWERS.length; p += 1) {
    const at = c.reputation + p;
    // A breach of this round is remembered in full; older ones fade by a round.
    const held = Math.min(prev[at] as number, num[at] as number);
    if (held > 0 && !ctx.touched.has(at)) move(ctx, at, -Math.min(1, held), 'mech:time');
  }
  let fear = 0;
  for (const i of c.fear) fear += (num[i] as number) / c.fear.length;
  const usual = c.usualShare - (prev[c.share] as number);
  move(ctx, c.share, k.shareReturns * usual, 'mech:calm_returns');
  move(ctx, c.share, -k.hedge * Math.max(0, fear - k.hedgeFrom), 'mech:fear');
  cooperation(ctx, c);
}

/** How much each power has under way with Kazakhstan (C41: anger over land and China stops work). */
function cooperation(ctx: RoundContext, c: Compiled): void {
  const { num, prev, content } = ctx;
  const { k } = c;
  const by = (power: 'RU' | 'CN' | 'EU', amount: number, cause: string): void =>
    move(ctx, c.coop[power], k.coopSpeed * amount, cause);
  (['RU', 'CN', 'EU'] as const).forEach((power, i) => {
    const at = c.trust + i + 1;
    by(power, c.usualCoop - (prev[c.coop[power]] as number), 'mech:calm_returns');
    by(power, k.coopTrust * ((num[at] as number) - (c.usualTrust[i + 1] as number)), 'mech:trust');
  });
  by('RU', k.coopDepth * ((num[c.econ] as number) - c.usualEcon), 'mech:economic_depth');
  by('RU', k.coopDispute * (num[c.disputes] as number), 'mech:disputes');
  by('CN', k.coopLoans * (num[c.lent] as number), 'mech:loans');
  let anger = 0;
  for (const i of c.anger) {
    anger += ((num[i] as number) - (content.start[i] as number)) / c.anger.length;
  }
  by('CN', k.coopAnger * anger, 'mech:anger_china');
  by('EU', k.coopStep * (num[c.step] as number), 'mech:partnership');
}
