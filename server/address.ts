import { networkInterfaces } from 'node:os';

/** Bridges of containers and virtual machines: nobody in the room can reach them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|lo)/i;

const isPrivate = (address: string): boolean =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

/** The address by which other devices of the local network reach this machine; null without a network. */
export function lanAddress(interfaces = networkInterfaces()): string | null {
  const found = Object.entries(interfaces).flatMap(([name, list]) =>
    (list ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal)
      .map(({ address }) => ({
        address,
        rank:
          (VIRTUAL.test(name) ? 4 : 0) +
          (isPrivate(address) ? 0 : 1) +
          (address.startsWith('169.254.') ? 2 : 0),
      })),
  );
  found.sort((a, b) => a.rank - b.rank || (a.address < b.address ? -1 : 1));
  return found[0]?.address ?? null;
}

/**
 * The base address for links and QR codes: what the operator set, else the address the browser
 * used, unless that names this machine only, which no other device could open.
 */
export function linkBase(
  publicUrl: string | null,
  hostHeader: string | undefined,
  port: number,
  lan: string | null,
): string {
  if (publicUrl !== null) return publicUrl;
  const host = hostHeader !== undefined && /^[\w.-]+(:\d+)?$/.test(hostHeader) ? hostHeader : null;
  const name = host?.replace(/:\d+$/, '') ?? null;
  const ownOnly = name === null || /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/.test(name);
  if (!ownOnly) return `http://${host}`;
  const carried = host?.match(/:(\d+)$/)?.[1] ?? String(port);
  return `http://${lan ?? 'localhost'}:${carried}`;
}
