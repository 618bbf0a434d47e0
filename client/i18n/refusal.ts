import type { Refusal } from '../../shared/core/refusal.ts';
import { figure } from './format.ts';
import { named } from './messages.ts';

/** Why something was not done, as a sentence. */
export function refusalText(refusal: Refusal): string {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(refusal.params ?? {})) {
    params[key] = typeof value === 'number' && !Number.isInteger(value) ? figure(value, 2) : value;
    // Sentences that count need the plural of their language.
    // One refusal may be for the reason of another.
    if (key === 'why') params[key] = named('refusal:', String(value));
    if (key === 'rounds' || key === 'most') params.count = value;
  }
  return named('refusal:', refusal.code, params);
}
