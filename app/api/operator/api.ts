import { BASE_PATH } from '../../../lib/http/paths.ts';
import { createOperatorApi } from '../../../lib/operator/create-api.ts';
import { operatorEndpoints } from './endpoints.ts';

export const OPERATOR_PATH = `${BASE_PATH}/api/operator`;

/** The calls of the operator's page. */
export const operatorApi = createOperatorApi({ base: OPERATOR_PATH, endpoints: operatorEndpoints });
