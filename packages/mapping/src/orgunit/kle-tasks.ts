import type { MoKle, Uuid } from '@os2bridge/model';
import { classOf } from '../desk/class-of.ts';
import { report, type Desk } from '../desk/desk.ts';

export interface KleTasks {
  readonly Tasks?: readonly Uuid[];
  readonly ContactForTasks?: readonly Uuid[];
}

/**
 * KLE numbers as tasks (sync-rules §1.2). By default every number is a task; with `os2sync.use_contact_for_tasks` the aspect's title tells:
 * `Udførende` is a task, `Ansvarlig` a contact task, others are dropped. Nothing at all when `os2sync.enable_kle` is false.
 */
export const kleTasks = (kles: readonly MoKle[], desk: Desk): KleTasks => {
  const { enableKle, contactForTasks } = desk.context.rules;
  if (!enableKle) return {};
  const tasks = new Set<Uuid>();
  const contacts = new Set<Uuid>();
  for (const kle of kles) {
    if (kle.number === null) {
      report(desk, 'kle-without-number', { uuid: kle.uuid });
      continue;
    }
    if (desk.context.classes.get(kle.number)?.ended) report(desk, 'ended-class', { field: 'KLE number', uuid: kle.number });
    if (!contactForTasks) {
      tasks.add(kle.number);
      continue;
    }
    if (kle.aspects.length === 0) report(desk, 'kle-without-aspect', { uuid: kle.uuid });
    for (const aspect of kle.aspects) {
      const title = classOf(desk, aspect, 'KLE aspect').name.trim();
      if (title === 'Udførende') tasks.add(kle.number);
      if (title === 'Ansvarlig') contacts.add(kle.number);
    }
  }
  return contactForTasks ? { Tasks: [...tasks].toSorted(), ContactForTasks: [...contacts].toSorted() } : { Tasks: [...tasks].toSorted() };
};
