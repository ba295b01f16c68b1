import { readFileSync } from 'node:fs';
import { ownFile } from './own-file.js';

/** Version of this package. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(ownFile('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
