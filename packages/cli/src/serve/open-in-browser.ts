import { spawn } from 'node:child_process';
import type { Io } from '../io.js';

/** Opens an address where there is somebody to look at it: at a terminal, with a display. Nothing where that fails. */
export function openInBrowser({ env, out }: Io, url: string): void {
  const command = out.isTTY ? browserCommand(env, process.platform) : undefined;
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true, shell: false });
  // The address is printed; whoever has no such program opens it himself.
  child.on('error', () => {});
  child.unref();
}

/** What opens an address on a system, without a shell; undefined where nobody could see it. */
export function browserCommand(env: Io['env'], platform: NodeJS.Platform): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return (env.DISPLAY ?? '') !== '' || (env.WAYLAND_DISPLAY ?? '') !== '' ? ['xdg-open'] : undefined;
}
