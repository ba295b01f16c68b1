import { runGit } from '@surety/evidence/git';
import type { Session } from '../session.js';

/** Who signs: the name that was given, else what git calls the person here. */
export async function signerOf(
  { io }: Session,
  given: string | undefined,
  folder: string,
): Promise<string | undefined> {
  if (given !== undefined) return given.trim() === '' ? undefined : given.trim();
  const run = await runGit(['config', 'user.name'], { cwd: folder, env: io.env });
  const name = run.kind === 'ended' && run.code === 0 ? run.out.toString('utf8').trim() : '';
  return name === '' ? undefined : name;
}
