import { z } from 'zod';
import { keepFavourite } from '../../../lib/favourites/keep.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';

const putFavourite = endpoint({
  method: 'PUT',
  path: '/favourites',
  access: { right: 'any' },
  summary: 'Keep a page among the favourites',
  description: 'Or take it out: `kept` says which.',
  body: json(z.strictObject({ path: z.string().regex(/^\/[\w/-]{0,100}$/), kept: z.boolean() })),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await keepFavourite(ctx, body);
    return reply(204, null);
  },
});

export const favouriteEndpoints = [putFavourite];
