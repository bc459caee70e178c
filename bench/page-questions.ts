import { listDecisions } from '../lib/addresses/list.ts';
import { nearDuplicates } from '../lib/addresses/near-duplicates.ts';
import type { Context } from '../lib/context.ts';
import { listActions } from '../lib/home/actions/list-actions.ts';
import { integrationState } from '../lib/home/integration.ts';
import { staffState } from '../lib/home/staff.ts';
import { firstSteps } from '../lib/home/steps/first-steps.ts';
import { countPeople } from '../lib/people/count-people.ts';
import { listPeople } from '../lib/people/list-people.ts';
import type { PeopleAsked } from '../lib/people/wanted-people.ts';
import { checkCampusData } from '../lib/report/check-campus-data/check.ts';
import { countChanges, listChanges } from '../lib/report/compare/compare.ts';
import { listVersions } from '../lib/report/compare/versions.ts';
import { peopleOverview } from '../lib/report/people/people-overview.ts';
import { readPeople } from '../lib/report/people/read-people.ts';
import { readSection } from '../lib/report/read-section.ts';
import { readValidation } from '../lib/report/read-validation.ts';
import type { Section } from '../lib/report/schema.ts';
import { runResults } from '../lib/sync/commit/results.ts';
import { forecastCommit } from '../lib/sync/guards/forecast.ts';
import { syncOverview } from '../lib/sync/overview.ts';

type Questions = Record<string, () => Promise<unknown>>;

/** What the pages about a run ask. @param section the one to look into */
export async function runQuestions(ctx: Context, runId: string, section: Section): Promise<Questions> {
  const inSection = (asked: object) =>
    readSection(ctx, { runId, section, limit: 100, search: '', field: '', ...asked });
  const people = (asked: object) => readPeople(ctx, { runId, limit: 50, ...asked });
  const [later, earlier] = await listVersions(ctx, { runId });
  const compared = { runId, earlier: earlier?.id, later: later?.id };
  const results = (asked: object) => runResults(ctx, { runId, limit: 100, ...asked });
  return {
    'sync overview': () => syncOverview(ctx),
    'report: opened': () => readValidation(ctx, { runId }),
    'report: next 500 of the largest section': () => inSection({ limit: 500, cursor: ['100'] }),
    'report: searched by name': () => inSection({ search: 'smith' }),
    'report: searched, nothing found': () => inSection({ search: 'nothing has this' }),
    'report: one field': () => inSection({ field: 'workPhone' }),
    'people: overview': () => peopleOverview(ctx, { runId }),
    'people: first page': () => people({}),
    'people: a page in the middle': () => people({ cursor: ['m'] }),
    'people: renamed, next page': () => people({ change: 'renamed', cursor: ['m'] }),
    'people: searched by name': () => people({ search: 'smith' }),
    'people: searched, nothing found': () => people({ search: 'nothing has this' }),
    'people: what the commit does': () => forecastCommit(ctx, { runId }),
    'compare: counts': () => countChanges(ctx, compared),
    'compare: first page': () => listChanges(ctx, { ...compared, page: 1 }),
    'compare: one section': () => listChanges(ctx, { ...compared, section, page: 1 }),
    'results: first page': () => results({}),
    'results: by name, a page in the middle': () => results({ order: 'name', cursor: ['0 m\u0001'] }),
    'results: by name, first page': () => results({ order: 'name' }),
    'results: failed': () => results({ outcome: 'failed' }),
    'results: searched by name': () => results({ search: 'smith' }),
    'results: searched, nothing found': () => results({ search: 'nothing has this' }),
  };
}

/** What Home, Staff, Check Campus Data and Addresses ask. */
export function campusQuestions(ctx: Context): Questions {
  const staff = (asked: Partial<PeopleAsked>) => () => listPeople(ctx, { ...EVERYONE, ...asked });
  const count = (asked: Partial<PeopleAsked>) => () => countPeople(ctx, { ...EVERYONE, ...asked });
  return {
    'home: integration': () => integrationState(ctx),
    'home: counts of the staff': () => staffState(ctx),
    'home: what waits': () => listActions(ctx),
    'home: first steps': () => firstSteps(ctx),
    'staff: first page': staff({}),
    'staff: its count': count({}),
    'staff: thousandth page': staff({ page: 1_000 }),
    'staff: by number': staff({ order: 'staffNumber' }),
    'staff: one letter': staff({ search: 'm' }),
    'staff: one letter, its count': count({ search: 'm' }),
    'staff: one letter, second page': staff({ search: 'm', page: 2 }),
    'staff: two letters': staff({ search: 'ma' }),
    'staff: two letters, their count': count({ search: 'ma' }),
    'staff: one digit': staff({ search: '1' }),
    'staff: one digit, its count': count({ search: '1' }),
    'staff: a name': staff({ search: 'smith' }),
    'staff: a name, its count': count({ search: 'smith' }),
    'staff: both names': staff({ search: 'mary smi' }),
    'staff: a number': staff({ search: '1234' }),
    'staff: an e-mail': staff({ search: 'smith@' }),
    'staff: a birth date': staff({ search: '7/4/1979' }),
    'staff: incomplete': staff({ filters: ['incomplete'] }),
    'staff: incomplete, their count': count({ filters: ['incomplete'] }),
    'staff: incomplete, one letter': staff({ filters: ['incomplete'], search: 'm' }),
    'staff: no number, one letter, their count': count({ filters: ['noNumber'], search: 'm' }),
    'staff: shared numbers, one letter': staff({ filters: ['duplicateNumber'], search: 'm' }),
    'staff: shared numbers': staff({ filters: ['duplicateNumber'] }),
    'staff: without a number': staff({ filters: ['noNumber'] }),
    'staff: managed by HR': staff({ filters: ['hrManaged'] }),
    'palette: three letters': staff({ search: 'smi', among: 'staff', limit: 6 }),
    'everyone: three letters': staff({ search: 'smi', among: 'everyone', limit: 8 }),
    'check: duplicate': () => checkCampusData(ctx, { list: 'duplicate', page: 1 }),
    'check: missing': () => checkCampusData(ctx, { list: 'missing', page: 1 }),
    'check: placeholder': () => checkCampusData(ctx, { list: 'placeholder', page: 1 }),
    'addresses: near-duplicates': () => nearDuplicates(ctx, { limit: 10 }),
    'addresses: decisions': () => listDecisions(ctx, { limit: 20 }),
  };
}

const EVERYONE: PeopleAsked = {
  search: '',
  among: 'directory',
  filters: [],
  order: 'name',
  page: 1,
  limit: 50,
};
