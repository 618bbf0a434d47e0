import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanAddress, linkBase } from '../../server/address.ts';

const card = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
});
const six: NetworkInterfaceInfo = {
  address: 'fe80::1',
  internal: false,
  family: 'IPv6',
  netmask: 'ffff:ffff:ffff:ffff::',
  mac: '00:00:00:00:00:00',
  cidr: null,
  scopeid: 2,
};

describe('the address for other devices', () => {
  it.each([
    [
      'the local network’s',
      { lo: [card('127.0.0.1', true)], eth0: [six, card('192.168.1.20')] },
      '192.168.1.20',
    ],
    [
      'not that of a container bridge',
      { docker0: [card('172.17.0.1')], wlan0: [card('10.4.0.9')] },
      '10.4.0.9',
    ],
    [
      'not a self-given one beside a real one',
      { en0: [card('169.254.3.4')], en1: [card('192.168.0.2')] },
      '192.168.0.2',
    ],
    ['a public one where there is no other', { eth0: [card('198.51.100.7')] }, '198.51.100.7'],
    ['none without a network', { lo: [card('127.0.0.1', true)] }, null],
  ])('is %s', (_, interfaces, address) => {
    expect(lanAddress(interfaces)).toBe(address);
  });
});

describe('links and QR codes', () => {
  const lan = '192.168.1.20';
  it.each([
    [
      'what the operator set',
      'https://play.example.org',
      'localhost:2567',
      lan,
      'https://play.example.org',
    ],
    ['the address that the browser used', null, 'table.local:2567', lan, 'http://table.local:2567'],
    ['the local network for localhost', null, 'localhost:2567', lan, 'http://192.168.1.20:2567'],
    ['the local network for 127.0.0.1', null, '127.0.0.1:3000', lan, 'http://192.168.1.20:3000'],
    ['the local network without a header', null, undefined, lan, 'http://192.168.1.20:2567'],
    ['no header that is no host', null, 'evil.example/"><script>', lan, 'http://192.168.1.20:2567'],
    ['this machine without a network', null, 'localhost:2567', null, 'http://localhost:2567'],
  ])('carry %s', (_, publicUrl, host, address, base) => {
    expect(linkBase(publicUrl, host, 2567, address)).toBe(base);
  });
});
