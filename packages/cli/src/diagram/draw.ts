import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Case } from '@surety/core/case';
import type { Layout, MeasuredScene, SceneOptions } from '@surety/core/diagram';
import { type ExitCode, exitCode } from '../exit-code.js';
import { clean, counted } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';
import { diagramJson } from './diagram-json.js';
import { drawingsOf } from './drawings.js';
import type { DiagramFlags } from './options.js';

interface Picture {
  readonly scene: MeasuredScene;
  readonly layout: Layout;
}

/** One picture, as SVG or as data, into a file or to stdout. */
export async function drawOne(
  session: Session,
  of: Case,
  options: SceneOptions,
  flags: DiagramFlags,
): Promise<ExitCode> {
  const { output = '-', json } = flags;
  const picture = await pictureOf(session, of, options);
  if (picture.scene.nodes.length === 0) return unusable(session, 'there is nothing to draw');
  const text = json === true ? `${JSON.stringify(diagramJson(picture), null, 2)}\n` : await paintOf(picture, flags);
  if (output !== '-') return write(session, output, text, picture, json !== true);
  session.io.out.write(text);
  if (!session.quiet && json !== true) session.note(`Drew ${await sizeOf(picture, text, true)}`);
  return exitCode.good;
}

/** A file for the whole case, for its architecture and for every module. */
export async function drawAll(
  session: Session,
  of: Case,
  options: SceneOptions,
  flags: DiagramFlags,
): Promise<ExitCode> {
  const { modulesOf } = await import('@surety/core/diagram');
  const folder = flags.output!;
  const problem = await makeFolder(resolve(session.io.cwd, folder));
  if (problem !== undefined) return unusable(session, `${folder}: the folder could not be made (${problem})`);
  for (const { file, options: one } of drawingsOf(modulesOf(of), options)) {
    const picture = await pictureOf(session, of, one);
    const code = await write(session, join(folder, file), await paintOf(picture, flags), picture);
    if (code !== exitCode.good) return code;
  }
  return exitCode.good;
}

async function pictureOf(session: Session, of: Case, options: SceneOptions): Promise<Picture> {
  const { layOut, measure, sceneOf } = await import('@surety/core/diagram');
  return during(session, 'Drawing', () => {
    const scene = measure(sceneOf(of, options));
    return { scene, layout: layOut(scene) };
  });
}

async function paintOf({ scene, layout }: Picture, { theme, font }: DiagramFlags): Promise<string> {
  const { paint } = await import('@surety/core/diagram');
  return paint(scene, layout, { theme, font: font ? 'embed' : 'none' });
}

async function write(session: Session, file: string, text: string, picture: Picture, legend = true): Promise<ExitCode> {
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, file), text);
  if (problem !== undefined) return unusable(session, describe({ ...problem, file }));
  if (!session.quiet) session.note(`Wrote ${clean(file)}: ${await sizeOf(picture, text, legend)}`);
  return exitCode.good;
}

/** Without a legend where the picture is data. */
async function sizeOf({ scene, layout }: Picture, text: string, legend: boolean): Promise<string> {
  const { frameOf } = await import('@surety/core/diagram');
  const { width, height } = frameOf(scene, layout, { legend });
  const kilobytes = Math.ceil(Buffer.byteLength(text) / 1000);
  return `${counted(scene.nodes.length, 'node')}, ${width} × ${height} pixels, ${kilobytes} kB`;
}

/** Makes a folder that is not there yet; says what kept it from being made. */
async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}
