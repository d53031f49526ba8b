import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';

/** Processor time since the start, milliseconds. */
export interface CpuTimes {
  /** Of everything on this machine. */
  readonly machineMs: number;
  /** Of this process and all it started; undefined where the system has no /proc. */
  readonly oursMs: number | undefined;
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

export function readCpuTimes(): CpuTimes {
  const machineMs = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { machineMs, oursMs: process.platform === 'linux' ? treeMs(readProcesses()) : undefined };
}

/** Cores that others used between two readings; undefined where it cannot be told. */
export function othersCores(before: CpuTimes, after: CpuTimes, elapsedMs: number): number | undefined {
  if (before.oursMs === undefined || after.oursMs === undefined) return undefined;
  return Math.max(0, (after.machineMs - before.machineMs - (after.oursMs - before.oursMs)) / elapsedMs);
}

interface ProcessUse {
  readonly parent: number;
  readonly cpuMs: number;
}

function readProcesses(): ReadonlyMap<number, ProcessUse> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return new Map(pids.flatMap((pid) => {
    const use = readProcess(pid);
    return use === undefined ? [] : [[pid, use]];
  }));
}

function readProcess(pid: number): ProcessUse | undefined {
  try {
    // Fields after the name, which may itself hold spaces and brackets: state, parent, ..., user time (12th), system time (13th).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
    return { parent: fields[1] ?? 0, cpuMs: ((fields[11] ?? 0) + (fields[12] ?? 0)) * TICK_MS };
  } catch {
    // It ended between the two looks.
    return undefined;
  }
}

function treeMs(processes: ReadonlyMap<number, ProcessUse>): number {
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(processes.get(pid)?.parent ?? 0));
  return [...processes].reduce((sum, [pid, { cpuMs }]) => (isOurs(pid) ? sum + cpuMs : sum), 0);
}
