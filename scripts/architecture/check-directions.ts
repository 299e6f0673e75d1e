import { posix } from 'node:path';
import { inputAndOutput, mayImport, purePackages, testsMayImport } from './house-rules.ts';
import type { Finding, SourceFile } from './source-file.ts';

/** Dependencies point one way, files stay within their package, and the pure packages reach for nothing outside the process. */
export const checkDirections = (file: SourceFile): Finding[] =>
  file.imports.flatMap(({ from, line }) => {
    const message = objection(file, from);
    return message === undefined ? [] : [{ path: file.path, line, message }];
  });

const objection = (file: SourceFile, from: string): string | undefined => {
  if (from.startsWith('.'))
    return leavesPackage(file, from) ? `reaches into another package: import its name instead of ${from}` : undefined;
  const ours = /^@os2bridge\/([^/]+)(\/.+)?$/u.exec(from);
  if (ours?.[2] !== undefined) return `imports a file inside @os2bridge/${ours[1]}: only what its index.ts exports is meant for others`;
  if (ours?.[1] !== undefined) return wrongWay(file, ours[1]);
  if (!file.isTest && purePackages.includes(file.owner) && inputAndOutput.includes(nodeName(from)))
    return `${file.owner} is pure: no ${from}`;
  return undefined;
};

const leavesPackage = (file: SourceFile, from: string): boolean =>
  !posix.join(posix.dirname(file.path), from).startsWith(`${file.folder}/`);

const wrongWay = (file: SourceFile, other: string): string | undefined => {
  if (file.isApp) return undefined;
  if (file.isTest && (testsMayImport.includes(other) || other === file.owner)) return undefined;
  const allowed = mayImport[file.owner] ?? [];
  if (allowed.includes(other)) return undefined;
  return `${file.owner} may import ${allowed.join(', ') || 'nothing'} of ours, not ${other} (scripts/architecture/house-rules.ts)`;
};

/** 'fs' is 'node:fs'. */
const nodeName = (from: string): string => (inputAndOutput.includes(`node:${from}`) ? `node:${from}` : from);
