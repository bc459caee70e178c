import type { GuidePath } from './navigation.ts';
import type { PageHtml } from './page-endpoint.ts';
import { PAGE as bestPractices } from './pages/best-practices.ts';
import { PAGE as campusHr } from './pages/campus-hr.ts';
import { PAGE as errors } from './pages/errors.ts';
import { PAGE as firstSynchronization } from './pages/first-synchronization.ts';
import { PAGE as rules } from './pages/rules.ts';

/** The pages of docs/ that Campus serves. */
export const GUIDES: Record<GuidePath, PageHtml> = {
  'docs/first-synchronization': firstSynchronization,
  'docs/best-practices': bestPractices,
  'docs/errors': errors,
  rules,
  'docs/campus-hr': campusHr,
};
