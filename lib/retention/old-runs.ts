import { and, eq, exists, gt, lt, notInArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict, ONE } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import type { Params } from '../../db/query.ts';
import { syncRun } from '../../db/schema/sync.ts';

type Old = Params<{ before: Date }>;

const later = alias(syncRun, 'later');
const undo = alias(syncRun, 'undo');

/** The run has ended, before then: a live one has no end. */
export const endedBefore = ({ before }: Old): SQL => lt(syncRun.endedAt, before);

/** A synchronization was committed after it: the last commit, and what followed, is kept however old it is. */
export const isFollowed = (orm: Orm): SQL =>
  exists(
    orm
      .select(ONE)
      .from(later)
      .where(
        and(
          inDistrict(later),
          gt(later.id, syncRun.id),
          eq(later.kind, 'synchronization'),
          eq(later.status, 'committed'),
        ),
      ),
  );

/** It is being undone. */
export const isBeingUndone = (orm: Orm): SQL =>
  exists(
    orm
      .select(ONE)
      .from(undo)
      .where(
        and(
          inDistrict(undo),
          eq(undo.undoes, syncRun.id),
          notInArray(undo.status, ['committed', 'cancelled']),
        ),
      ),
  );

/** The ids of runs that ended before then and were followed by a commit. */
export const followedRuns = (orm: Orm, p: Old) =>
  orm
    .select({ id: syncRun.id })
    .from(syncRun)
    .where(and(inDistrict(syncRun), endedBefore(p), isFollowed(orm)));

/** The ids of all runs that ended before then. */
export const endedRuns = (orm: Orm, p: Old) =>
  orm
    .select({ id: syncRun.id })
    .from(syncRun)
    .where(and(inDistrict(syncRun), endedBefore(p)));
