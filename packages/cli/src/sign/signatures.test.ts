import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ed25519Key } from '../../../evidence/src/attestation/keys.testing.js';
import { hasGit, repositoryWith } from '../../../evidence/src/git/repository.testing.js';
import { folderWith, surety } from '../run.testing.js';

const text = (review: string) => `surety: 1
case: { id: small, title: Small, status: accepted }
outcomes:
  leak:
    text: Weights leave
    threshold: { probability: 0.3, per: window, criterion: mean, approved: { by: board, date: 2026-10-01 } }
    claim: G1
argument:
  G1: { text: It does not, doubt: { elicited: 0.1, by: ann, date: 2026-10-01, because: tests } }
review:
  required: [author]
${review}`;

interface Listed {
  readonly complete: boolean;
  readonly required: readonly { readonly state: string }[];
  readonly signoffs: readonly { readonly counts: boolean; readonly unsigned?: string; readonly signedBy?: string }[];
}

async function listed(cwd: string) {
  const { code, out } = await surety(['sign', '--verify', '--json'], { cwd, env: gitEnv });
  return { code, ...(JSON.parse(out) as Listed) };
}

const gitEnv = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const verdict = async (cwd: string) => (await surety(['assess'], { cwd, env: gitEnv })).code;

describe('a sign-off with a signed statement', () => {
  const key = ed25519Key();
  const other = ed25519Key();
  let cwd: string;
  const path = (name: string) => join(cwd, name);
  const replace = (name: string, from: string, to: string) =>
    writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(from, to));
  const sign = (...more: string[]) => surety(['sign', '--role', 'author', '--who', 'Ada', '--yes', ...more], { cwd });
  const signatureFile = () => join('sign-offs', readdirSync(path('sign-offs'))[0]!);

  beforeEach(() => {
    cwd = folderWith({
      'case.yaml': text('  keys: { Ada: ada.pem }\n'),
      'ada.pem': key.pem,
      'read.txt': 'I have read all of it.\n',
      'keys/private.key': key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
      'keys/other.key': other.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    });
  });

  it('counts while it holds', async () => {
    expect(await verdict(cwd)).toBe(1);
    expect((await sign('--key', 'keys/private.key', '--statement', 'read.txt')).code).toBe(0);
    expect(readFileSync(path('case.yaml'), 'utf8')).toContain('signature: sign-offs/author-ada-case.dsse.json');
    expect(await listed(cwd)).toMatchObject({
      code: 0,
      complete: true,
      signoffs: [{ counts: true, signedBy: expect.stringMatching(/^the key [0-9a-f]{64} \(ada.pem\)$/) }],
    });
    expect(await verdict(cwd)).toBe(0);
  });

  it('is asked for where a key is pinned', async () => {
    expect(await sign()).toMatchObject({
      code: 2,
      err: 'surety: the case pins a key of Ada, so a sign-off counts only with its signature: --key FILE\n',
    });
    const digest = /of: (sha256:\w+)/.exec((await sign('--key', 'keys/private.key')).out)![1]!;
    writeFileSync(
      path('case.yaml'),
      text(`  keys: { Ada: ada.pem }\n  signoffs: [{ role: author, who: " ada", of: "${digest}" }]\n`),
    );
    expect(await listed(cwd)).toMatchObject({
      code: 1,
      required: [{ state: 'missing' }],
      signoffs: [{ counts: false, unsigned: 'it has no signature, and the case pins a key of the signer' }],
    });
  });

  it.each<[string, () => void, RegExp]>([
    [
      'by another key',
      () => writeFileSync(path('ada.pem'), other.pem),
      /names the key \w+, which the case does not pin/,
    ],
    [
      'of a key that is gone',
      () => replace('case.yaml', 'Ada: ada.pem', 'Ada: gone.pem'),
      /gone.pem: there is no such file/,
    ],
    [
      'of a person without a key',
      () => replace('case.yaml', '{ Ada: ada.pem }', '{ Bob: ada.pem }'),
      /pins no key of Ada/,
    ],
    ['that is gone', () => replace('case.yaml', 'signature: sign-offs/', 'signature: gone/'), /there is no such file/],
    [
      'outside of the root',
      () => replace('case.yaml', 'signature: sign-offs/', 'signature: ../../'),
      /leaves the root/,
    ],
    ['of another date', () => replace('case.yaml', 'date: 2026-11-23', 'date: 2026-11-22'), /with another date than/],
    [
      'of another role',
      () => replace('case.yaml', '- role: author', '- role: decision maker'),
      /with another role than/,
    ],
    ['of another case', () => replace('case.yaml', 'id: small', 'id: large'), /with another case than/],
    [
      'of another statement',
      () => replace('case.yaml', 'statement: read.txt', 'statement: Read'),
      /with another statement than/,
    ],
    ['whose statement was edited', () => replace('read.txt', 'all', 'none'), /with another statementDigest than/],
    [
      'whose content was edited',
      () =>
        replace(
          'case.yaml',
          /of: "?sha256:\w{8}/.exec(readFileSync(path('case.yaml'), 'utf8'))![0],
          'of: sha256:00000000',
        ),
      /about another content/,
    ],
    ['that is no envelope', () => writeFileSync(path(signatureFile()), '{}'), /no DSSE envelope/],
  ])('%s does not count', async (_name, change, why) => {
    await sign('--key', 'keys/private.key', '--statement', 'read.txt');
    change();
    const found = await listed(cwd);
    expect(found).toMatchObject({ code: 1, complete: false, signoffs: [{ counts: false }] });
    expect(found.signoffs[0]!.unsigned).toMatch(why);
    expect(await verdict(cwd)).toBe(1);
    const { out } = await surety(['check'], { cwd });
    expect(out).toContain('error signoff-unsigned The sign-off of Ada as');
  });

  it('is refused at any flipped byte of its payload and signature', async () => {
    await sign('--key', 'keys/private.key');
    const file = path(signatureFile());
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 17) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << (at % 8);
      writeFileSync(file, bytes);
      const [one] = (await listed(cwd)).signoffs;
      const said = (text: Buffer) => {
        const { payload, payloadType, signatures } = JSON.parse(text.toString());
        return [payload, payloadType, signatures[0].sig];
      };
      // The keyid is a hint that nobody signed.
      if (one!.counts) expect(said(bytes), `byte ${at}`).toEqual(said(whole));
    }
  });

  it('says why in the verdict', async () => {
    await sign('--key', 'keys/other.key');
    const { code, out } = await surety(['assess'], { cwd });
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain('Sign-off by the author is missing: the signature of Ada does not hold');
  });
});

const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.skipIf(!hasGit || !hasSsh)('a sign-off in a signed commit (skipped without git or ssh-keygen)', () => {
  const who = 'Ada <ada@example.org>';

  function signedRepository() {
    const repository = repositoryWith({ 'case.yaml': text('  allowedSigners: signers\n') });
    const { root } = repository;
    const keys = folderWith({});
    for (const name of ['ada', 'eve'])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)]);
    const publicKey = (name: string) =>
      readFileSync(join(keys, `${name}.pub`), 'utf8')
        .split(' ')
        .slice(0, 2)
        .join(' ');
    const pin = (principal: string, name: string) =>
      writeFileSync(join(root, 'signers'), `${principal} ${publicKey(name)}\n`);
    const commit = (name?: string, ...more: string[]) => {
      repository.git('add', '-A');
      const signing = name === undefined ? [] : ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${join(keys, name)}`];
      repository.git(...signing, 'commit', '-q', ...(name === undefined ? [] : ['-S']), '-m', 'Sign', ...more);
    };
    const sign = () => surety(['sign', '--role', 'author', '--who', who, '--yes'], { cwd: root, env: gitEnv });
    return { ...repository, pin, signWith: commit, sign };
  }

  const unsigned = async (root: string) => (await listed(root)).signoffs[0]!.unsigned;

  it('counts where a pinned key signed the commit that wrote it', async () => {
    const { root, pin, sign, signWith } = signedRepository();
    pin('ada@example.org', 'ada');
    expect((await sign()).err).toContain('It counts once it is committed with a signature: git commit -S');
    expect(await unsigned(root)).toBe('the record is not committed as it stands');
    signWith('ada');
    expect(await listed(root)).toMatchObject({
      code: 0,
      complete: true,
      signoffs: [
        { counts: true, signedBy: expect.stringMatching(/^commit \w{12}, signed by ada@example.org \(SHA256:/) },
      ],
    });
    expect(await verdict(root)).toBe(0);
    // A later commit elsewhere in the text leaves it; one that writes the record anew does not.
    const file = join(root, 'case.yaml');
    writeFileSync(file, `# A note\n${readFileSync(file, 'utf8')}`);
    signWith();
    expect((await listed(root)).complete).toBe(true);
    writeFileSync(file, readFileSync(file, 'utf8').replace('date: 2026-11-23', 'date: 2026-11-20'));
    expect(await unsigned(root)).toBe('the record is not committed as it stands');
    signWith();
    expect(await unsigned(root)).toMatch(/^commit \w{12}, which wrote the record, has no good signature/);
  });

  it('does not count without a signature, with one of a stranger, or of another person', async () => {
    const { root, pin, sign, signWith } = signedRepository();
    pin('ada@example.org', 'ada');
    await sign();
    signWith();
    expect(await unsigned(root)).toMatch(/has no good signature by a key in the pinned file$/);
    const file = join(root, 'case.yaml');
    signWith('eve', '--amend');
    expect(await unsigned(root)).toMatch(/has no good signature by a key in the pinned file$/);
    pin('eve@example.org', 'eve');
    expect(await unsigned(root)).toMatch(/is signed by eve@example.org, not by Ada <ada@example.org>$/);
    expect(await verdict(root)).toBe(1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('allowedSigners: signers', 'allowedSigners: ../../signers'));
    expect(await unsigned(root)).toBe('../../signers is not here');
  });
});
