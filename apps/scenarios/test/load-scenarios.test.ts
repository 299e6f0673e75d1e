import { temporaryFolder } from '@os2bridge/testing';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../src/load-scenarios.ts';

const scenario = (id: string) => ({ id, settings: {}, dataset: {}, expect: { decisions: [] } });

const written = (files: Record<string, unknown>): string => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'below'));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
};

describe('scenario files', () => {
  it('hold one scenario or an array of them', async () => {
    const folder = written({ 'one.json': scenario('A'), 'two.json': [scenario('B'), scenario('C')] });
    expect((await loadScenarios([folder])).map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  it('are found in folders below too; other files are left alone', async () => {
    const folder = written({ 'below/deep.json': scenario('D'), 'README.md': '# no scenario' });
    expect((await loadScenarios([folder])).map(({ id }) => id)).toEqual(['D']);
  });

  it('may be given one by one', async () => {
    const folder = written({ 'one.json': scenario('A'), 'two.json': scenario('B') });
    expect((await loadScenarios([join(folder, 'two.json')])).map(({ id }) => id)).toEqual(['B']);
  });

  it('that are missing are named', async () => {
    await expect(loadScenarios(['no/such/place'])).rejects.toThrow('no/such/place: no such file or folder');
  });

  it('that are no JSON are named', async () => {
    await expect(loadScenarios([written({ 'bad.json': '{' })])).rejects.toThrow(/bad\.json: this is not JSON/);
  });

  it('in which an expectation is misspelt are refused with its place', async () => {
    const folder = written({ 'odd.json': [scenario('A'), { ...scenario('B'), expect: { decisions: [], exaustive: false } }] });
    await expect(loadScenarios([folder])).rejects.toThrow(/odd\.json[^]*exaustive[^]*\[1\]\.expect/);
  });

  it('in which nothing is expected are refused', async () => {
    await expect(loadScenarios([written({ 'odd.json': { ...scenario('A'), expect: {} } })])).rejects.toThrow(
      'either decisions or settings_error',
    );
  });

  it('are refused when a dataset is not in the format', async () => {
    const folder = written({ 'odd.json': { ...scenario('A'), dataset: { org_units: [{ uuid: 'no-uuid' }] } } });
    await expect(loadScenarios([folder])).rejects.toThrow(/org_units\[0\]\.uuid/);
  });
});
