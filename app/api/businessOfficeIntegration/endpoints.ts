import type { Endpoint } from '../../../lib/http/endpoint.ts';
import { getAddresses } from './addresses.ts';
import { getAssignmentCodes, getGenders, getTitles } from './attributes.ts';
import { getSchools } from './schools.ts';
import {
  getStaffMember,
  postPosition,
  postStaffMember,
  putPosition,
  putStaffMember,
} from './staff-members.ts';
import { getStaffMembers, postStaffSearch } from './staff-search.ts';
import { getCommitJobStatus, postCommit, postSubmitCommitJob } from './sync-commit.ts';
import { getResults, getValidation, getValidationSection, postValidate } from './sync-report.ts';
import { getSync, postEnd, postStart, postTransfer } from './sync-run.ts';

/**
 * Every method of every path of the API. The catch-all route serves them, the OpenAPI document lists them, and a
 * test walks them.
 */
export const endpoints: Endpoint[] = [
  getSchools,
  getGenders,
  getAssignmentCodes,
  getTitles,
  getAddresses,
  getStaffMembers,
  postStaffSearch,
  getStaffMember,
  postStaffMember,
  putStaffMember,
  postPosition,
  putPosition,
  getSync,
  postStart,
  postTransfer,
  postEnd,
  postValidate,
  getValidation,
  getValidationSection,
  getResults,
  postCommit,
  postSubmitCommitJob,
  getCommitJobStatus,
];
