import { type SchemaType, schema, t } from '@colyseus/schema';

/** What everybody in a room may know live. Nothing secret may ever stand here. */
export const SeatState = schema(
  {
    power: t.string(),
    name: t.string(),
    head: t.string(),
    held: t.boolean(),
    player: t.string(),
    connected: t.boolean(),
    ready: t.boolean(),
  },
  'SeatState',
);

export const RoomState = schema(
  {
    code: t.string(),
    next: t.string(),
    session: t.string(),
    world: t.uint8(),
    overseen: t.boolean(),
    rewinds: t.uint16(),
    mode: t.string(),
    scenario: t.string(),
    depth: t.string(),
    pace: t.string(),
    phase: t.string(),
    round: t.uint8(),
    rounds: t.uint8(),
    /** Empty while nobody holds a seat. */
    host: t.string(),
    paused: t.boolean(),
    waiting: t.boolean(),
    deadline: t.float64(),
    left: t.uint32(),
    length: t.uint32(),
    expires: t.float64(),
    seats: t.array(SeatState),
  },
  'RoomState',
);
export type RoomState = SchemaType<typeof RoomState>;
