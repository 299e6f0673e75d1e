import { generateMunicipality, municipalitySettings, scriptedDay, sumOfTouches } from '@os2bridge/simulators';
import { runFullSync, setStage } from '@os2bridge/stage';
import { expect, test } from 'vitest';

const municipality = { units: 20, employees: 60, seed: 7 };

test.each([
  ['a single Redis', false],
  ['a Redis Cluster, where no command may cross slots', true],
])(
  'a first sync, an unchanged one and a day of changes on %s',
  async (_name, cluster) => {
    const dataset = generateMunicipality(municipality);
    const stage = await setStage({ dataset, settings: municipalitySettings(dataset), cluster });
    try {
      stage.spawn('os2sync-worker');
      const first = await runFullSync(stage);
      expect(first.run).toMatchObject({ state: 'done', pending: 0 });
      expect(first.posts).toBe(first.run.counters.create);

      const second = await runFullSync(stage);
      expect(second).toMatchObject({ posts: 0, deletes: 0, run: { state: 'done' } });

      const { changes } = scriptedDay(dataset, { seed: 7 });
      for (const { patch } of changes) stage.mo.patch(patch);
      const { upserts, deletes } = sumOfTouches(changes.map((change) => change.expected));
      const third = await runFullSync(stage);
      expect(third).toMatchObject({
        posts: upserts.orgunit + upserts.user,
        deletes: deletes.orgunit + deletes.user,
        run: { state: 'done' },
      });
    } finally {
      await stage.close();
    }
  },
  60_000,
);
