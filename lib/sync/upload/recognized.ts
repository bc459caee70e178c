import type { StaffTable } from '../../staff-file/table.ts';
import type { Recognized } from './schema.ts';

/** How a table was read, as far as it was. */
export const recognizedOf = ({
  facts,
  below,
  repeated,
}: Pick<StaffTable, 'facts' | 'below' | 'repeated'>): Recognized => ({
  ...facts,
  encoding: facts.encoding,
  below: [...below],
  repeated: { ...repeated, lines: [...repeated.lines] },
});
