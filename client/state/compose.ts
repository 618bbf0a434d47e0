import { signal } from '@preact/signals';
import type { ParamValue } from '../../shared/core/order.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { Clause } from '../../shared/core/talk.ts';

/** An offer being written: to whom, what, and against which proposal. */
export interface Writing {
  readonly to: readonly Power[];
  readonly clauses: readonly Clause[];
  /** The ready-made offer it comes from; null once its clauses were changed one by one. */
  readonly ready: string | null;
  /** The proposal that it counters; null for a new one. */
  readonly counters: string | null;
}

export const writing = signal<Writing | null>(null);

export function write(next: Writing | null): void {
  writing.value = next;
}

export function setClause(index: number, clause: Clause): void {
  const now = writing.value;
  if (now) writing.value = { ...now, clauses: now.clauses.with(index, clause) };
}

export function setClauseParam(index: number, id: string, value: ParamValue): void {
  const clause = writing.value?.clauses[index];
  if (clause) setClause(index, { ...clause, params: { ...clause.params, [id]: value } });
}

export function addClause(clause: Clause): void {
  const now = writing.value;
  if (now) writing.value = { ...now, ready: null, clauses: [...now.clauses, clause] };
}

export function dropClause(index: number): void {
  const now = writing.value;
  if (now) {
    writing.value = { ...now, ready: null, clauses: now.clauses.filter((_, i) => i !== index) };
  }
}
