/** `npm run notices`: writes the notices of third parties, as each build does. */
import { writeNotices } from './notices/write-notices.ts';

console.log(writeNotices());
