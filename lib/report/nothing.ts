import type { Section, ValidationReport } from './schema.ts';
import { SECTION_PLANS } from './sections.ts';

/** Whether an empty section is good news, or nothing could be compared. */
export interface Nothing {
  good: boolean;
  text: string;
}

const NOT_SENT: Partial<Record<Section, { of: keyof NonNullable<ValidationReport['sent']>; text: string }>> =
  {
    employments: { of: 'employments', text: 'HR sent no employments.' },
    assignments: { of: 'assignments', text: 'HR sent no positions.' },
    addresses: { of: 'addresses', text: 'HR sent no addresses.' },
  };

/** Sections that compare what HR sent; the others are about Campus alone, or about the commit. */
const COMPARED: readonly Section[] = [
  'demographics',
  'employments',
  'assignments',
  'addresses',
  'hrNotInCampus',
];

/** What a section without entries means. It never says that everything agrees where nothing was compared. */
export function nothingIn(
  section: Section,
  { sent, sections }: Pick<ValidationReport, 'sent'> & { sections: { errors: { total: number } } },
): Nothing {
  const notSent = NOT_SENT[section];
  if (notSent && sent?.[notSent.of] === 0) return { good: false, text: notSent.text };
  const { none } = SECTION_PLANS[section];
  if (sections.errors.total === 0 || !COMPARED.includes(section)) return { good: true, text: none };
  return { good: false, text: `${none} The people under Errors were not compared.` };
}
