import type { Refusal } from '../../shared/core/refusal.ts';
import { figure } from './format.ts';
import { named } from './messages.ts';

/** Why something was not done, as a sentence. */
export function refusalText(refusal: Refusal): string {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(refusal.params ?? {})) {
    params[key] = typeof value === 'number' && !Number.isInteger(value) ? figure(value, 2) : value;
    // Sentences that count need the plural of their language.
    if (key === 'rounds' || key === 'most') params.count = value;
  }
  // One refusal may be for the reason of another, and brings its figures along.
  if (params.why !== undefined) params.why = named('refusal:', String(params.why), params);
  return named('refusal:', refusal.code, params);
}
