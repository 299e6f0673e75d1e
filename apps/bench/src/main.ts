import { measure, type Measurement } from './measure.ts';
import { noopThroughput } from './noop-throughput.ts';
import { readOptions } from './options.ts';
import { markdownTable } from './table.ts';
import { judgeTargets } from './targets.ts';

const options = readOptions(process.argv.slice(2));
const say = (line: string): void => void (options.json ? process.stderr : process.stdout).write(`${line}\n`);

say('BullMQ itself, jobs that do nothing …');
const noop = await noopThroughput();
say(`  ${noop} jobs/s\n`);

const main: Measurement[] = [];
for (const workers of options.workers) {
  say(`${options.units} units, ${options.employees} employees, ${workers} workers …`);
  main.push(...(await measure({ ...options, workers })));
}
const growth: Measurement[] = [];
for (const employees of options.growth) {
  say(`${employees} employees, 1 worker …`);
  growth.push(...(await measure({ units: Math.round(employees / 10), employees, workers: 1, seed: options.seed })));
}

say(`\n${markdownTable(main)}\n`);
if (growth.length > 0) say(`${markdownTable(growth)}\n`);
say(`BullMQ no-op in the same run: ${noop} jobs/s\n`);
const targets = judgeTargets(main, growth);
for (const { target, measured, met } of targets) say(`${met ? 'met   ' : 'MISSED'}  ${target}: ${measured}`);
if (options.json) process.stdout.write(`${JSON.stringify({ noop, main, growth, targets })}\n`);
