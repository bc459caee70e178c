import { BlockList } from 'node:net';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { providerFetch } from './fetch.ts';
import { VisitProblem } from './problems.ts';
import { METADATA_TEXTS, readMetadata } from './saml/read-metadata.ts';
import type { MetadataFound, MetadataSource } from './schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

/** Reads the metadata of a SAML provider, pasted or from its address. Stores nothing. @throws Invalid at /xml or /url */
export async function readProviderMetadata(ctx: Context, source: MetadataSource): Promise<MetadataFound> {
  const xml = source.from === 'text' ? source.xml : await fetched(ctx, source.url);
  const found = readMetadata(xml);
  if ('refused' in found)
    throw invalid(source.from === 'text' ? '/xml' : '/url', METADATA_TEXTS[found.refused]);
  return found;
}

async function fetched({ providerAddresses }: Context, url: string): Promise<string> {
  try {
    const answer = await providerFetch(providerAddresses ?? new BlockList())(url, {});
    if (answer.status !== 200) throw invalid('/url', SIGN_ON_TEXTS.metadataStatus(answer.status));
    return await answer.text();
  } catch (error) {
    if (!(error instanceof VisitProblem)) throw error;
    throw invalid('/url', error.reason ?? SIGN_ON_TEXTS.noMetadata());
  }
}

const invalid = (pointer: string, message: string) =>
  new Invalid(message, [{ pointer, code: 'invalid', message }]);
