import { CLAUSES, clauseKind } from '../../clauses/index.ts';
import type { ClauseKind } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import type { Depth, Power } from '../../core/powers.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Clause } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { sceneOfView } from '../preview.ts';
import { openAt } from '../rules.ts';
import { readClauses } from './judge.ts';

/** Ids of the clause kinds that a depth shows, in the order of the rules. */
export function clauseKinds(depth: Depth): readonly string[] {
  return CLAUSES.filter((c) => openAt(c, depth)).map((c) => c.id);
}

/** What forms and texts need of a clause kind. @throws Error for an unknown id */
export function describeClause(
  id: string,
): Pick<ClauseKind, 'id' | 'icon' | 'params' | 'ordered' | 'bound' | 'deemed' | 'ownsCondition'> {
  const kind = clauseKind(id);
  if (!kind) throw new Error(`no clause ${id}`);
  return kind;
}

/** Whether the mere standing of such a clause moves numbers; a pledge waits for its deed. */
export function movesByItself(id: string): boolean {
  const kind = clauseKind(id);
  return kind?.enact !== undefined || kind?.split !== undefined || kind?.due !== undefined;
}

/**
 * Why these points make no offer to those powers; null when they do.
 * @param self id of the offer of which they are a new version
 */
export function judgeProposal(
  content: Content,
  view: View,
  to: readonly Power[],
  clauses: readonly Clause[],
  self: string | null = null,
): Refusal | null {
  const scene = sceneOfView(content, view);
  const read = readClauses(scene, [scene.power, ...to], clauses, {
    talks: view.talks,
    self,
  });
  return 'code' in read ? read : null;
}
