import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flowWidth } from '../../../client/map/flows.ts';
import { runsBackwards, seaTraffic, shareThrough } from '../../../client/state/traffic.ts';
import type { NetworkSpec, PathSpec } from '../../../shared/core/network.ts';

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../assets/worlds/eurasia/${name}`, import.meta.url), 'utf8'),
  ) as T;
const network: NetworkSpec = {
  ...read<NetworkSpec>('network.json'),
  paths: read<{ paths: readonly PathSpec[] }>('paths.json').paths,
};
const start = read<{ start: Readonly<Record<string, { value: number }>> }>(
  'assumptions/transit.json',
).start;

describe('what the map leaves to the sea', () => {
  const sea = seaTraffic(network);

  it('is never more than a link carries at the start', () => {
    for (const [id, boxes] of sea) {
      expect(start[`flow(${id})`]?.value ?? 0, id).toBeGreaterThan(boxes - 0.5);
    }
  });

  it('is all of the ocean and nothing of the steppe', () => {
    // A little of it goes on overland, through Iran and Turkey, and counts as that.
    const ocean = start['flow(lianyungang--suez)']?.value ?? 0;
    expect((sea.get('lianyungang--suez') ?? 0) / ocean).toBeGreaterThan(0.98);
    expect(sea.get('alashankou--dostyk') ?? 0).toBe(0);
    expect(sea.get('yekaterinburg--moscow') ?? 0).toBe(0);
  });
});

describe('freight through a power’s land', () => {
  it('tells the trunk over Kazakhstan from the Siberian road', () => {
    const share = shareThrough(network, (owner) => owner === 'KZ');
    expect(share.get('lanzhou--urumqi')).toBeGreaterThan(0.99);
    expect(share.get('dostyk--aktogay')).toBe(1);
    expect(share.get('zabaykalsk--irkutsk')).toBeLessThan(0.5);
  });

  it('is everything for whoever owns every link', () => {
    for (const [id, share] of shareThrough(network, () => true)) expect(share, id).toBe(1);
  });
});

it('knows which way freight runs on a link that is written the other way', () => {
  const backwards = runsBackwards(network);
  expect(backwards.has('beyneu--atyrau')).toBe(true);
  expect(backwards.has('alashankou--dostyk')).toBe(false);
});

it('widens flows with the root of what they carry, between a hair and a band', () => {
  expect(flowWidth(0.1)).toBe(1.8);
  expect(flowWidth(70)).toBeCloseTo(11, 1);
  expect(flowWidth(40) / flowWidth(10)).toBeCloseTo(2, 6);
  expect(flowWidth(5000)).toBe(14);
});
