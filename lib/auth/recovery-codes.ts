import { and, count, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { recoveryCode } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';
import { blindIndex, blindIndexes } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { readableCode } from './readable-code.ts';

const CODES = 10;
/** 3 groups of 4 characters have 59 bits: nobody guesses that at ten tries in fifteen minutes. */
const newCode = (): string => readableCode(3, 4);

const writer = rowWriter(recoveryCode, ['id', 'userId', 'codeIndex']);
export const removeRecoveryCodes = defineCommand(
  'remove the recovery codes of a user',
  (orm, p: Params<{ userId: string }>) =>
    orm.delete(recoveryCode).where(and(inDistrict(recoveryCode), eq(recoveryCode.userId, p.userId))),
);
const useCode = defineCommand(
  'use a recovery code once',
  (orm, p: Params<{ userId: string; codeIndexes: readonly Buffer[] }>) =>
    orm
      .delete(recoveryCode)
      .where(
        and(
          inDistrict(recoveryCode),
          eq(recoveryCode.userId, p.userId),
          isOneOf(recoveryCode.codeIndex, p.codeIndexes),
        ),
      ),
);
const codesLeft = defineQuery('count the recovery codes of a user', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(inDistrict(recoveryCode), eq(recoveryCode.userId, p.userId))),
);

/** Ten new recovery codes such as `hq4m-x7kd-2vfe` in place of all earlier ones. Only keyed hashes of them are stored. */
export async function newRecoveryCodes(ctx: Context, tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await removeRecoveryCodes(tx, { userId });
  await writer.insert(
    tx,
    codes.map((code) => ({
      id: ctx.newId(),
      userId,
      codeIndex: blindIndex(ctx.keys, scopeOf(tx), textOf(code)),
    })),
  );
  return codes;
}

/** Accepts a code once, whatever its case, hyphens and blanks. */
export const takeRecoveryCode = async (
  tx: Transaction,
  keys: CryptoKeys,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> =>
  (await useCode(tx, { userId, codeIndexes: blindIndexes(keys, scopeOf(tx), textOf(code)) })) === 1;

/** How many of a user's codes have not been used. */
export const countRecoveryCodes = async (tx: Transaction, userId: string): Promise<number> =>
  (await codesLeft.first(tx, { userId }))?.left ?? 0;

const scopeOf = ({ districtId }: Transaction) => ({ districtId, purpose: 'recovery code' });
const textOf = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
