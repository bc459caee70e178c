import type { Contracts } from '../../../lib/http/contract.ts';
import type { Endpoint } from '../../../lib/http/endpoint.ts';
import { accountEndpoints } from './account.ts';
import { addressEndpoints } from './addresses.ts';
import { auditEndpoints } from './audit.ts';
import { checkCampusDataEndpoints } from './check-campus-data.ts';
import { codeEndpoints } from './codes.ts';
import { combineEndpoints } from './combine.ts';
import { comparisonEndpoints } from './comparison.ts';
import { credentialEndpoints } from './credentials.ts';
import { draftEndpoints } from './drafts.ts';
import { errorLogEndpoints } from './error-log.ts';
import { favouriteEndpoints } from './favourites.ts';
import { feedEndpoints } from './feeds.ts';
import { fileMappingEndpoints } from './file-mappings.ts';
import { guardEndpoints } from './guards.ts';
import { homeEndpoints } from './home.ts';
import { messageEndpoints } from './messages.ts';
import { notificationEndpoints } from './notifications.ts';
import { retentionEndpoints } from './retention.ts';
import { scheduleEndpoints } from './schedule.ts';
import { singleSignOnEndpoints } from './single-sign-on.ts';
import { staffEndpoints } from './staff.ts';
import { syncEndpoints } from './sync.ts';
import { uploadEndpoints } from './upload.ts';
import { userEndpoints } from './users.ts';
import { validationEndpoints } from './validation.ts';
import { valueMappingEndpoints } from './value-mappings.ts';

/** Every call of the app's own pages, each with the tool right it needs. */
export const adminEndpoints = [
  ...homeEndpoints,
  ...staffEndpoints,
  ...combineEndpoints,
  ...addressEndpoints,
  ...syncEndpoints,
  ...uploadEndpoints,
  ...draftEndpoints,
  ...fileMappingEndpoints,
  ...guardEndpoints,
  ...scheduleEndpoints,
  ...valueMappingEndpoints,
  ...feedEndpoints,
  ...codeEndpoints,
  ...validationEndpoints,
  ...comparisonEndpoints,
  ...checkCampusDataEndpoints,
  ...errorLogEndpoints,
  ...credentialEndpoints,
  ...notificationEndpoints,
  ...messageEndpoints,
  ...userEndpoints,
  ...singleSignOnEndpoints,
  ...auditEndpoints,
  ...retentionEndpoints,
  ...accountEndpoints,
  ...favouriteEndpoints,
] satisfies readonly Endpoint[];

/** The same calls as types: pages infer inputs and answers from them and import nothing at run time. */
export type AdminApi = Contracts<(typeof adminEndpoints)[number]>;
