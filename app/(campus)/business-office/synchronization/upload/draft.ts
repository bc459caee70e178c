import type { z } from 'zod';
import type {
  draftCheckSchema,
  draftLookSchema,
  draftSchema,
  draftTransferredSchema,
  draftValuesSchema,
  takenOverSchema,
} from '../../../../../lib/sync/wizard/schema.ts';

/** What the wizard's calls answer (lib/sync/wizard). */
export type Draft = z.output<typeof draftSchema>;
export type DraftLook = z.output<typeof draftLookSchema>;
export type DraftValues = z.output<typeof draftValuesSchema>;
export type DraftDiffers = z.output<typeof takenOverSchema>['differs'];
export type DraftCheck = z.output<typeof draftCheckSchema>;
export type DraftTransferred = z.output<typeof draftTransferredSchema>;
export type Mapping = NonNullable<Draft['mapping']>;
export type ColumnMeaning = Mapping['columns'][number];
export type Placeholder = ColumnMeaning['placeholders'][number];
export type ValueMeaning = Mapping['values'][number];
