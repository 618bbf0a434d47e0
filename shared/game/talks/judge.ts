import { clauseKind } from '../../clauses/index.ts';
import type { ClauseKind } from '../../core/clause.ts';
import type { OrderScene, ParamValue } from '../../core/order.ts';
import type { Depth, Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { type Clause, MAX_CLAUSE_TEXT } from '../../core/talk.ts';
import { fits, initialParams, orderKind } from '../../orders/index.ts';
import { openAt } from '../rules.ts';
import { type Beside, readCondition } from './conditions.ts';
import { readSpeech } from './speech.ts';
import { plain, sameClause } from './wording.ts';

/** The depth at which any clause may hang on a condition. */
const CONTINGENT: Depth = 'expert';

/** An offer as the rules keep it, or why it makes none. */
export type ReadClauses = { readonly ok: true; readonly clauses: readonly Clause[] } | Refusal;

/**
 * Reads the points of an offer: grammar, who is bound, time, sense. Missing parameters take their
 * initial values. What the offer is worth is nobody's business here.
 * @param parties all who must sign
 * @param beside what else lies on the table, for conditions
 */
export function readClauses(
  scene: OrderScene & { readonly depth: Depth },
  parties: readonly Power[],
  given: readonly Clause[],
  beside: Beside,
): ReadClauses {
  const clauses: Clause[] = [];
  for (const [i, one] of given.entries()) {
    const read = readClause(scene, parties, one, beside);
    const n = i + 1;
    if ('code' in read) return refuse('badClause', { ...read.params, n, why: read.code });
    if (clauses.some((c) => sameClause(c, read)))
      return refuse('badClause', { n, why: 'noChange' });
    clauses.push(read);
  }
  return { ok: true, clauses };
}

function readClause(
  scene: OrderScene & { readonly depth: Depth },
  parties: readonly Power[],
  given: Clause,
  beside: Beside,
): Clause | Refusal {
  const { content } = scene;
  const kind = clauseKind(given.kind);
  if (!kind || !openAt(kind, scene.depth)) return refuse('unknownOrder');
  if (!parties.includes(given.by) || !kind.bound.includes(given.by)) return refuse('notParty');
  if (given.until < scene.round || given.until >= content.halves.length) {
    return refuse('badParameter', { param: 'until' });
  }
  if ((given.order !== undefined) !== kind.ordered)
    return refuse('badParameter', { param: 'order' });
  const params: Record<string, ParamValue> = {
    ...initialParams(kind.params, content),
    ...given.params,
  };
  for (const spec of kind.params) {
    const value = params[spec.id];
    if (!fits(spec, value, content)) return refuse('badParameter', { param: spec.id });
    if (typeof value === 'number') params[spec.id] = value + 0;
  }
  if (Object.keys(params).length !== kind.params.length) return refuse('badParameter');
  const text = readText(kind, given.text, beside);
  if (text !== undefined && typeof text !== 'string') return text;
  const when = given.when && readCondition(scene, parties, given.when, beside);
  if (when && 'code' in when) return when;
  const clause: Clause = {
    kind: kind.id,
    by: given.by,
    params,
    ...(given.order
      ? { order: { kind: given.order.kind, params: plain(given.order.params) } }
      : {}),
    until: given.until,
    ...(when ? { when } : {}),
    ...(text === undefined ? {} : { text }),
  };
  // A condition of its own has each kind at its own depth; that words bind now and then is for the deepest.
  if (when && !kind.ownsCondition?.(clause)) {
    if (scene.depth !== CONTINGENT) return refuse('conditionDeep');
    if (kind.deemed) return refuse('badParameter', { param: 'when' });
  }
  const named = clause.order ? orderKind(clause.order.kind) : undefined;
  if (named && !openAt(named, scene.depth)) return refuse('unknownOrder');
  return kind.legal(scene, clause, parties) ?? clause;
}

/** Free words of a clause that has them, cleaned like all speech; nothing where none belong. */
function readText(
  kind: ClauseKind,
  text: string | undefined,
  { talks }: Beside,
): string | undefined | Refusal {
  if (!kind.deemed)
    return text === undefined ? undefined : refuse('badParameter', { param: 'text' });
  if (!talks.open) return refuse('talkClosed');
  const read = readSpeech(text ?? '', MAX_CLAUSE_TEXT);
  return read.ok ? read.value : read.refusal;
}
