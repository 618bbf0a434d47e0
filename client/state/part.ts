import { signal } from '@preact/signals';

/** Parts of the table, one behind the other on a phone. */
export type Part = 'map' | 'desk' | 'talks' | 'world';

/** The part that lies on top on a phone; on wide screens all are in sight. */
export const part = signal<Part>('map');
