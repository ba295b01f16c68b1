import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'surety-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the packages', () => {
  it('are read from their sources by the tests, every part of them', () => {
    const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
    const parts = packages.flatMap((of) => {
      const { exports = {} } = JSON.parse(readFileSync(join(of, 'package.json'), 'utf8'));
      return Object.values<Record<string, string>>(exports).map((part) => ({ of, source: part['surety-source'] }));
    });
    expect(parts.length).toBeGreaterThan(15);
    for (const { of, source = 'no source' } of parts) {
      // `*` stands for any folder.
      expect(existsSync(join(of, source.replace(/\*.*/, ''))), `${of} ${source}`).toBe(true);
    }
  });
});

describe('the packed packages', () => {
  it('install into an empty folder, and surety check works there', { timeout: 300_000 }, () => {
    const packed = join(folder, 'packed');
    const place = join(folder, 'place');
    mkdirSync(packed);
    mkdirSync(place);
    execFileSync('npm', ['pack', '--workspaces', '--pack-destination', packed], { cwd: root, stdio: 'pipe' });
    // Viewer and web are private: the report carries the one, the command the page that is made of the other.
    const published = readdirSync(packed).filter((name) => !/viewer|web/.test(name));
    const tarballs = published.map((name) => join(packed, name));
    expect(tarballs).toHaveLength(6);
    writeFileSync(join(place, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], {
      cwd: place,
      stdio: 'pipe',
    });
    cpSync(join(root, 'examples/minimal/case.yaml'), join(place, 'case.yaml'));
    const run = (...args: string[]) =>
      spawnSync('npx', ['--no-install', 'surety', ...args], { cwd: place, encoding: 'utf8' });
    // The bundle is what runs there, with the licences of what is in it, and it imports a reader by its path.
    const bundle = join(place, 'node_modules/surety/bundle');
    expect(readFileSync(join(bundle, 'THIRD-PARTY.txt'), 'utf8')).toContain('MIT License');
    expect(readFileSync(join(place, 'node_modules/surety/site/index.html'), 'utf8')).toContain('<div id="root">');
    rmSync(join(place, 'node_modules/surety/dist'), { recursive: true });
    expect(run('check', '--as-of', '2026-11-23')).toMatchObject({ status: 0 });
    writeFileSync(join(place, 'reader.mjs'), 'export default () => 1;\n');
    expect(run('evidence', 'show', '--readers', 'reader.mjs', 'x.csv').stderr).toContain('no reader was made');
    const assessed = run('assess', '--as-of', '2026-11-23', '--json');
    expect(assessed.status).toBe(0);
    expect(JSON.parse(assessed.stdout).outcomes[0].verdict).toBe('supported');
    expect(run('init', 'fresh').status).toBe(0);
    expect(run('check', 'fresh', '--as-of', '2026-11-23').status).toBe(0);
  });
});
