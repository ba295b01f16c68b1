import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface TestKey {
  readonly privateKey: KeyObject;
  /** PEM of the public half. */
  readonly pem: string;
}

function made({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): TestKey {
  return { privateKey, pem: publicKey.export({ format: 'pem', type: 'spki' }) as string };
}

export const ed25519Key = (): TestKey => made(generateKeyPairSync('ed25519'));
export const ecKey = (namedCurve: string): TestKey => made(generateKeyPairSync('ec', { namedCurve }));
export const rsaKey = (modulusLength: number): TestKey => made(generateKeyPairSync('rsa', { modulusLength }));
