/** Memory that WebAssembly sees. */
export interface MachineMemory {
  readonly buffer: ArrayBuffer;
  /** Makes it longer by so many pages; views of the buffer before are empty then. */
  grow(pages: number): number;
}

/** Functions of a module, by name. */
export type MachineFunctions = Readonly<Record<string, (...parameters: readonly number[]) => number>>;

interface Platform {
  readonly Memory: new (of: { readonly initial: number }) => MachineMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly m: { readonly m: MachineMemory } },
  ) => { readonly exports: MachineFunctions };
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
}

/** Bytes of a page. */
export const PAGE = 65_536;

const platform = (): Platform | undefined => (globalThis as unknown as { readonly WebAssembly?: Platform }).WebAssembly;

/** Memory of at least so many bytes, all 0; `null` where the platform has no WebAssembly, or no memory for it. */
export function machineMemory(bytes: number): MachineMemory | null {
  const here = platform();
  if (here === undefined) return null;
  try {
    return new here.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch {
    // No memory, or more than an address can say: who asks has a way without.
    return null;
  }
}

/** A module that was made into machine code. */
export type MachineCode = object;

/**
 * The machine code of a module, which can work in any memory; `null` where the platform does not know its instructions, or does
 * not allow code that is made at run time (a page may forbid it).
 */
export function machineCode(bytes: Uint8Array<ArrayBuffer>): MachineCode | null {
  const here = platform();
  if (here === undefined || !here.validate(bytes)) return null;
  try {
    return new here.Module(bytes);
  } catch {
    // Forbidden: who asks has a way without.
    return null;
  }
}

/** The functions of a module, working in a memory; `null` where the platform does not allow them. */
export function machineFunctions(code: MachineCode, memory: MachineMemory): MachineFunctions | null {
  const here = platform();
  if (here === undefined) return null;
  try {
    return new here.Instance(code, { m: { m: memory } }).exports;
  } catch {
    // Forbidden: who asks has a way without.
    return null;
  }
}
