import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findOrInstallBrowser, type Machine } from '../e2e/support/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'multivector-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

const bare: Machine = {
  named: undefined,
  folders: [join(folder, 'nowhere')],
  own: '',
  mayInstall: false,
  run: () => {
    throw new Error('nothing may be run');
  },
};

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM names, or an error that names it', () => {
    const named = program('my-browser');
    expect(findOrInstallBrowser({ ...bare, named })).toBe(named);
    expect(() => findOrInstallBrowser({ ...bare, named: '/nowhere/browser' })).toThrow(
      /^CHROMIUM names \/nowhere\/browser, which cannot be run\. Install Chromium /,
    );
  });

  it('is found on the way of programs', () => {
    const path = program('chromium-browser');
    expect(findOrInstallBrowser({ ...bare, folders: [folder] })).toBe(path);
  });

  it('is asked for where it may not be installed', () => {
    expect(() => findOrInstallBrowser(bare)).toThrow(
      /^No Chromium was found\. Install Chromium .* or set CHROMIUM to the program\.$/,
    );
  });

  it('is installed where it may be', () => {
    const later = join(folder, 'later');
    const asked: string[] = [];
    const machine: Machine = {
      ...bare,
      own: later,
      mayInstall: true,
      run: (command, args) => {
        asked.push([command, ...args].join(' '));
        if (args[0] === 'install') program('later');
        return true;
      },
    };
    expect(findOrInstallBrowser(machine)).toBe(later);
    expect(asked).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium',
    ]);
  });

  it('says which step of the installation failed', () => {
    expect(() => findOrInstallBrowser({ ...bare, mayInstall: true, run: () => false })).toThrow(
      /^"apt-get update" failed\. Install Chromium /,
    );
  });
});
