import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { allowedHosts, inUrl } from './allowed-hosts.js';

it('on loopback, its three names with the port', () => {
  expect([...allowedHosts('127.0.0.1', 4000)].sort()).toEqual(['127.0.0.1:4000', '[::1]:4000', 'localhost:4000']);
});

it('on another address or name, that one as well', () => {
  expect(allowedHosts('Build.Example', 4000).has('build.example:4000')).toBe(true);
  expect(allowedHosts('fe80::1%eth0', 4000).has('[fe80::1]:4000')).toBe(true);
  expect(allowedHosts('0.0.0.0', 4000).has(`${hostname().toLowerCase()}:4000`)).toBe(true);
  expect(allowedHosts('0.0.0.0', 4000).has('evil.example:4000')).toBe(false);
});

it('on the port that browsers leave out, without it too', () => {
  expect(allowedHosts('127.0.0.1', 80).has('localhost')).toBe(true);
  expect(allowedHosts('127.0.0.1', 8080).has('localhost')).toBe(false);
  expect(inUrl('::1')).toBe('[::1]');
});
