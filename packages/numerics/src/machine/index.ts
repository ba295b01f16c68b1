/** WebAssembly made at run time, for loops that are worth it. Who uses it has a way of the same bits without. */
export * from './instructions.js';
export { double, F64, I32, type MachineFunction, machineModule, signed, unsigned, V128 } from './module.js';
export {
  type MachineCode,
  type MachineFunctions,
  type MachineMemory,
  machineCode,
  machineFunctions,
  machineMemory,
  PAGE,
} from './platform.js';
