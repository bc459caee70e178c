import { everyMethod } from '../../../../lib/http/every-method.ts';
import { adminApi } from '../api.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(adminApi);
