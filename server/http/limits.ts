import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '../../shared/core/refusal.ts';

const MINUTE = 60;

/**
 * How often the doors may be tried. A school is one address, so what counts by address is generous;
 * what protects a seat counts by game.
 */
export interface Limits {
  /** Null, or why this address may not try now. */
  lookUp(address: string): Promise<Refusal | null>;
  create(address: string): Promise<Refusal | null>;
  /** Called after a code that leads nowhere. */
  wrongCode(address: string): Promise<Refusal | null>;
  mayTryCode(address: string): Promise<Refusal | null>;
  /** Called after a token or return code that opens no seat of this game. */
  wrongKey(game: string): Promise<Refusal | null>;
  mayTryKey(game: string): Promise<Refusal | null>;
}

export interface LimitSettings {
  readonly lookUpsPerMinute: number;
  readonly createsPerHour: number;
  readonly wrongCodesPerTenMinutes: number;
  readonly wrongKeysPerTenMinutes: number;
}

export const USUAL_LIMITS: LimitSettings = {
  lookUpsPerMinute: 1200,
  createsPerHour: 600,
  wrongCodesPerTenMinutes: 120,
  wrongKeysPerTenMinutes: 20,
};

export function createLimits(settings: LimitSettings): Limits {
  const lookUps = new RateLimiterMemory({ points: settings.lookUpsPerMinute, duration: MINUTE });
  const creates = new RateLimiterMemory({ points: settings.createsPerHour, duration: 60 * MINUTE });
  const codes = new RateLimiterMemory({
    points: settings.wrongCodesPerTenMinutes,
    duration: 10 * MINUTE,
  });
  const keys = new RateLimiterMemory({
    points: settings.wrongKeysPerTenMinutes,
    duration: 10 * MINUTE,
  });
  return {
    lookUp: (address) => spend(lookUps, address),
    create: (address) => spend(creates, address),
    wrongCode: (address) => spend(codes, address),
    mayTryCode: (address) => left(codes, address),
    wrongKey: (game) => spend(keys, game),
    mayTryKey: (game) => left(keys, game),
  };
}

/** Waiting time as people say it: whole seconds, at least one. */
function tooMany(msBeforeNext: number): Refusal {
  return refuse('tooManyTries', { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<Refusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (rejected) {
    const ms = (rejected as { msBeforeNext?: number }).msBeforeNext;
    return tooMany(ms ?? 1000);
  }
}

async function left(limiter: RateLimiterMemory, key: string): Promise<Refusal | null> {
  const state = await limiter.get(key);
  return state && state.consumedPoints >= limiter.points ? tooMany(state.msBeforeNext) : null;
}

/** The address that a request comes from; an IPv6 network of one household counts as one. */
export function addressOf(request: Request): string {
  const ip = request.ip ?? 'unknown';
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip;
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
