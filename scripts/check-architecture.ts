// The house rules that no general linter knows; the rules themselves are in architecture/house-rules.ts.
import { checkDirections } from './architecture/check-directions.ts';
import { checkDocstrings } from './architecture/check-docstrings.ts';
import { checkShape } from './architecture/check-shape.ts';
import { checkSize } from './architecture/check-size.ts';
import { readSourceFiles } from './architecture/source-file.ts';

const files = readSourceFiles();
const syntaxErrors = files.flatMap(({ path, parsed }) => parsed.errors.map(({ message }) => ({ path, line: 1, message })));
const findings = [
  ...syntaxErrors,
  ...files.flatMap(checkDirections),
  ...files.flatMap(checkShape),
  ...checkDocstrings(files),
  ...checkSize(files),
];

for (const { path, line, message } of findings) console.error(`${path}:${line}: ${message}`);
if (files.length === 0) console.error('found no source files at all');
process.exitCode = findings.length === 0 && files.length > 0 ? 0 : 1;
