import { SECTION_PLANS } from '../sections.ts';
import { addressItem, broughtAddress, householdLines } from './card-addresses.ts';
import { employmentItem, newEmployment } from './card-employments.ts';
import { newPosition, positionItems } from './card-positions.ts';
import type { PersonChange } from './changes.ts';
import type { Labels } from './labels.ts';
import type { Lead, PersonEntry } from './leads.ts';
import { linesOf } from './lines.ts';
import type { PersonCard } from './schema.ts';

/** A person's entries as one card. Pure. */
export function cardOf(lead: Lead, entries: readonly PersonEntry[], labels: Labels): PersonCard {
  const of = (section: PersonEntry['section']) => entries.filter((entry) => entry.section === section);
  const [brought] = of('hrNotInCampus');
  const added = new Set(of('addresses').map(({ hr }) => JSON.stringify(addressKey(hr))));
  const warnings = lead.warnings ?? [];
  return {
    staffNumber: lead.staffNumber,
    personId: lead.personId,
    name: lead.name || nameIn(entries),
    changes: lead.tags.flatMap((tag) =>
      tag.startsWith('change:') ? [tag.slice('change:'.length) as PersonChange] : [],
    ),
    lines: brought ? newLines(brought) : of('demographics').flatMap(linesOf),
    employments: brought
      ? listOf(brought.hr?.employments).map(newEmployment)
      : of('employments').map(employmentItem),
    positions: brought
      ? listOf(brought.hr?.positions).map((row) => newPosition(row, labels))
      : of('assignments').flatMap((entry) => positionItems(entry, labels)),
    household: of('addresses').flatMap(householdLines),
    addresses: brought
      ? listOf(brought.hr?.addresses).map((row) =>
          broughtAddress(row, added.has(JSON.stringify(addressKey(row)))),
        )
      : of('addresses').flatMap(addressItem),
    warnings: warnings
      .filter(({ code }) => code !== 'likelyDuplicate')
      .map(({ candidates: _, ...warning }) => warning),
    candidates: warnings
      .flatMap(({ candidates = [] }) => candidates)
      .map((candidate) => ({ ...candidate, name: null, is: [], ...labels.people.get(candidate.id) })),
    why: entries.map(({ section, why }) => ({
      about: SECTION_PLANS[section].name,
      reason: why.reason,
      rule: why.rule,
    })),
    excluded: lead.excludedFor === null ? null : { reason: lead.excludedFor, by: lead.excludedBy ?? '' },
    reviewed: lead.isReviewed,
  };
}

/** A record that was set aside may have a part of a name only, or none. */
function nameIn(entries: readonly PersonEntry[]): string {
  const hr = entries.find((entry) => entry.hr?.lastName || entry.hr?.firstName)?.hr;
  return [hr?.lastName, hr?.firstName].filter(Boolean).join(', ') || 'No name';
}

const NEW_FIELDS = [
  ...['middleName', 'gender', 'birthDate', 'ssn'],
  ...['workEmail', 'personalEmail', 'workPhone', 'cellPhone', 'otherPhone'],
];

/** Values of a new person, none of which Campus has. */
const newLines = ({ hr }: PersonEntry) =>
  linesOf({
    section: 'demographics',
    campus: {},
    hr,
    fields: NEW_FIELDS.filter((field) => hr?.[field]),
  });

const PLACE = [
  'postOfficeBox',
  'number',
  'prefix',
  'street',
  'tag',
  'direction',
  'apt',
  'city',
  'state',
  'zip',
];
const addressKey = (side: Record<string, unknown> | null) => PLACE.map((part) => side?.[part] ?? null);

// biome-ignore lint/suspicious/noExplicitAny: rows of JSON that lib/report/differences/brought.ts wrote.
const listOf = (value: unknown): any[] => (Array.isArray(value) ? value : []);
