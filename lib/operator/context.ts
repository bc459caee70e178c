import type { Context, District } from '../context.ts';
import type { Operator } from './session.ts';

/** The first parameter of an operator's verbs: an operator belongs to no district. */
export interface OperatorContext
  extends Pick<Context, 'db' | 'keys' | 'now' | 'newId' | 'requestId' | 'address'> {
  operator: Operator;
}

/** Who acts, in a district's journal and audit log, where an operator acts on their page. */
export const operatorName = ({ madeBy }: Operator): string => `Operator (${madeBy})`;

/** The operator acts in a district. */
export const inDistrictOf = ({ operator, ...rest }: OperatorContext, district: District): Context => ({
  ...rest,
  district,
  actor: { kind: 'system', name: operatorName(operator) },
});
