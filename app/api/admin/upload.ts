import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { uploadTemplate } from '../../../lib/sync/upload/template.ts';

const getTemplate = endpoint({
  method: 'GET',
  path: '/sync/upload/template',
  access: { right: 'Synchronization' },
  summary: 'A CSV file to start with',
  description: 'Its header names every property of the API.',
  answers: { 200: z.instanceof(Download) },
  verb: async () => reply(200, uploadTemplate()),
});

export const uploadEndpoints = [getTemplate];
