import { everyMethod, nothingHere } from '../../../lib/http/every-method.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(nothingHere);
