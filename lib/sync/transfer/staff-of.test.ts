import { expect, test } from 'vitest';
import { Invalid } from '../../failure.ts';
import { staffOf } from './staff-of.ts';

test('staffMembers that is no list gets the published code', () => {
  try {
    staffOf({ staffMembers: { staffNumber: '7' } });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).errors).toMatchObject([{ pointer: '/staffMembers', code: 'notAList' }]);
  }
});
