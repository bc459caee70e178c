import { z } from 'zod';
import { findAddresses } from '../../../lib/address/find.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { addressAnswer } from '../../../lib/staff/answer.ts';
import { foundAddresses, listed } from './answer-examples.ts';

const part = (description: string) =>
  z.string().max(255, 'is longer than 255 characters').optional().meta({ description });

export const getAddresses = endpoint({
  method: 'GET',
  path: '/addresses',
  access: { scope: 'staff.read' },
  summary: 'Search addresses',
  description:
    'Search before you create: each address within a district exists once (ADR-3). Exact matches, by the normal form, come ' +
    'first and without a score. Near matches follow, the nearest first, with `score` and `why`. A component left out means ' +
    'the address has none. The components of an answer "can then be used" unchanged in create and update (ADR-8).',
  query: z.object({
    number: part('House number, or the box with postOfficeBox=true.'),
    prefix: part('Direction before the street.'),
    street: part('Street name.'),
    tag: part('Street suffix.'),
    direction: part('Direction after the tag.'),
    apt: part('Apartment or unit.'),
    postOfficeBox: z
      .stringbool('postOfficeBox must be true or false')
      .optional()
      .meta({
        description: 'A PO box, without street parts. Default: false.',
        override: { type: 'boolean' },
      }),
    fullStreetAddress: part(
      'The street line as one string, instead of components. Sending both is an error (ADR-1).',
    ),
    city: part('City.'),
    state: part('Two-letter code or name.'),
    zip: part('5 digits or ZIP+4; the last four digits are ignored.'),
    ...listQuery(1),
  }),
  answers: { 200: listOf(foundAddress()) },
  answerExamples: { 200: listed(...foundAddresses) },
  verb: async (ctx, { query }) => reply(200, await findAddresses(ctx, query)),
});

function foundAddress() {
  return addressAnswer
    .extend({
      score: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .meta({ description: 'How near the match is; 1 would be identical. Only for a near match.' }),
      why: z.string().optional().meta({ description: 'What differs. Only for a near match.' }),
    })
    .meta({ id: 'FoundAddress', description: 'An address of the district, exact or near.' });
}
