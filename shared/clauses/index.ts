import type { ClauseKind } from '../core/clause.ts';
import { access } from './access.ts';
import { ceasefire } from './ceasefire.ts';
import { chapterJoint } from './chapter_joint.ts';
import { consent } from './consent.ts';
import { free } from './free.ts';
import { pledgeDo, pledgeNot } from './pledges.ts';
import { project } from './project.ts';
import { revenueSplit } from './revenue_split.ts';
import { supply } from './supply.ts';
import { tariffNtb } from './tariff_ntb.ts';
import { tollCap } from './toll_cap.ts';
import { transfer } from './transfer.ts';

export { filerOf } from './consent.ts';
export { creditorOf, mostSent } from './transfer.ts';
export { given, isOrderOf, matches } from './words.ts';

/** Every kind of clause, in the order of the rules. A new kind is listed here and nowhere else. */
export const CLAUSES: readonly ClauseKind[] = [
  project,
  tollCap,
  access,
  pledgeNot,
  pledgeDo,
  consent,
  tariffNtb,
  supply,
  revenueSplit,
  transfer,
  chapterJoint,
  ceasefire,
  free,
];

const byId = new Map(CLAUSES.map((c) => [c.id, c]));

export function clauseKind(id: string): ClauseKind | undefined {
  return byId.get(id);
}
