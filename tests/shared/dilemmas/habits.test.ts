import { describe, expect, it } from 'vitest';
import { lesson } from '../economy/variant.ts';
import { better, type Given, game, rounds } from './scene.ts';

/** Cures of habits that the long game tempts to: what they cost in a still world. */

const given = (power: Given['power'], kind: string, params: Given['params']): Given => ({
  power,
  kind,
  params,
});

describe('cures of habits', () => {
  it('asking everybody and allowing nothing: a hearing saturates, and the road is not built', () => {
    const ask = given('KZ', 'engage', { mode: 'consult', topic: 'land' });
    const shut = given('KZ', 'land', { code: 'moratorium' });
    const cross = given('KZ', 'crossing', { node: 'khorgos' });
    const turtle = rounds(6, ask, shut);
    // Three works at one crossing bring more than six half-years of standing still with good manners.
    expect(better('KZ', {}, rounds(3, cross), turtle)).toBeGreaterThan(0.1);
    expect(better('KZ', {}, turtle, [])).toBeLessThan(0.4);
    // A hearing adds less to the trust in those who rule where there is much already.
    const at = lesson.layout.at('legitimacy');
    const heard = (trust: number): number => {
      const end = (asked: number): number =>
        game('KZ', { legitimacy: trust }, rounds(asked, ask)).num[at] as number;
      return end(1) - end(0);
    };
    expect(heard(50)).toBeGreaterThan(0);
    expect(heard(80)).toBeLessThan(0.5 * heard(50));
  });

  it('building everything: roads must be kept up, and their dust angers', () => {
    const sites = ['wewc_road', 'kuryk_port', 'khorgos_dry_port', 'dostyk_mointy', 'aktau_port'];
    const all = rounds(
      6,
      ...sites.map((p) => given('KZ', 'build', { project: p, amount: 1, financier: 'fund' })),
    );
    const one = rounds(
      6,
      given('KZ', 'build', { project: 'khorgos_dry_port', amount: 1, financier: 'fund' }),
    );
    const everything = game('KZ', {}, all);
    const chosen = game('KZ', {}, one);
    expect(everything.by.kz_purse).toBeLessThan((chosen.by.kz_purse ?? 0) - 0.3);
    expect(everything.by.kz_calm).toBeLessThan(chosen.by.kz_calm ?? 0);
  });

  it('the same channels again and again: each campaign moves less than the one before', () => {
    const say = given('RU', 'ru_media', { campaign: 'pro_union' });
    const heart = (times: number): number => game('RU', {}, rounds(times, say)).by.ru_home ?? 0;
    const first = heart(1) - heart(0);
    const fourth = heart(4) - heart(3);
    expect(first).toBeGreaterThan(0);
    expect(fourth).toBeLessThan(0.5 * first);
  });
});
