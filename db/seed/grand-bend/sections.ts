import type { Context } from '../../../lib/context.ts';
import type { Transaction } from '../../client.ts';
import { writers } from '../writers.ts';
import type { SamplePerson, SampleSection } from './sample.ts';

interface Position {
  id: string;
  schoolNumber: string;
  sample: SamplePerson;
}

const nameOf = ({ schoolNumber, section, startDate }: SampleSection): string =>
  `${schoolNumber} ${section} ${startDate}`;

/**
 * Writes the sections and links each to the positions it is taught by: the teacher's at its school. That link is what
 * keeps a position from being removed (POS-11).
 */
export async function insertSections(ctx: Context, tx: Transaction, positions: Position[]): Promise<void> {
  const taught = positions.flatMap(({ id, schoolNumber, sample }) =>
    (sample.sections ?? [])
      .filter((section) => section.schoolNumber === schoolNumber)
      .map((section) => ({ section, assignmentId: id })),
  );
  const ids = new Map(taught.map(({ section }) => [nameOf(section), ctx.newId()]));
  const sections = new Map(taught.map(({ section }) => [nameOf(section), section]));
  await writers.section.insert(
    tx,
    [...sections].map(([name, { section, schoolNumber, startDate, endDate }]) => ({
      id: ids.get(name) as string,
      schoolNumber,
      name: section,
      startDate,
      endDate,
    })),
  );
  await writers.sectionStaff.insert(
    tx,
    taught.map(({ section, assignmentId }) => ({
      id: ctx.newId(),
      sectionId: ids.get(nameOf(section)) as string,
      assignmentId,
    })),
  );
}
