import { hostname, networkInterfaces } from 'node:os';

/**
 * What a request may call this server in `Host`, and so where its page may come from. Any other name has been made to
 * lead here by somebody else (DNS rebinding). On an address that stands for all, the machine's own addresses and name count.
 */
export function allowedHosts(host: string, port: number): ReadonlySet<string> {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]', inUrl(host)]);
  if (isWildcard(host)) {
    names.add(hostname());
    for (const each of Object.values(networkInterfaces()).flat())
      if (each !== undefined) names.add(inUrl(each.address));
  }
  const withPort = [...names].map((name) => `${name.toLowerCase()}:${port}`);
  return new Set(port === 80 ? [...withPort, ...[...names].map((name) => name.toLowerCase())] : withPort);
}

export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** An address as it stands in a URL: `[::1]`. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host;
}
